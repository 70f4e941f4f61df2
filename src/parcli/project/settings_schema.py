"""Checks a project file's table and the environment over it with pydantic-settings; words no mistake.

Loaded only where there is something to check: pydantic-settings takes a fifth of a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from parcli.model.column_role import ColumnRole
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.model.unit import Level
from parcli.project.settings import ANY_PERIOD, ReportSettings, Settings

_DEFAULTS = Settings()


def _period_key(text: str) -> str:
    if text.casefold() == ANY_PERIOD:
        return ANY_PERIOD
    try:
        return str(Period.parse(text))
    except ValueError as error:
        raise PydanticCustomError("period_key", "not a period") from error


def _path(text: str) -> str:
    r"""Refuse what "D:\new\backup" becomes in TOML, where \n and \b are control characters."""
    if not text.isprintable():
        raise PydanticCustomError("control_character", "not a path")
    return text


_Filled = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
_Path = Annotated[_Filled, AfterValidator(_path)]
_SetByPeriod = dict[Annotated[str, AfterValidator(_period_key)], _Filled]
_Role = Literal[ColumnRole, "ignore"]


def _each_once(words: dict[_Role, tuple[str, ...]]) -> dict[_Role, tuple[str, ...]]:
    """Refuse a header that stands below two roles: which one it means could not be told."""
    seen: dict[str, _Role] = {}
    for role, texts in words.items():
        for text in texts:
            if seen.setdefault(folded(text), role) != role:
                found = {"word": text, "first": seen[folded(text)], "second": role}
                raise PydanticCustomError("word_twice", "a header below two roles", found)
    return words


# TOML and JSON have lists where the settings have tuples.
_Levels = Annotated[tuple[Level, ...], NoDecode, Field(strict=False)]

_Texts = Annotated[tuple[_Filled, ...], Field(strict=False)]
_HeaderWords = Annotated[dict[_Role, _Texts], AfterValidator(_each_once)]


class ReportsPart(BaseModel):
    """The table ``[reports]``."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    folder: _Path = _DEFAULTS.reports.folder
    on_behalf: Annotated[str, StringConstraints(strip_whitespace=True)] = _DEFAULTS.reports.on_behalf


class SettingsPart(BaseSettings):
    """The whole file; a variable such as ``PARINDEX_REPORTS__FOLDER`` stands over what the file says."""

    model_config = SettingsConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        env_prefix="PARINDEX_",
        env_nested_delimiter="__",
    )

    office: str = _DEFAULTS.office
    lang: Lang = _DEFAULTS.lang
    store: _Path = _DEFAULTS.store
    sets: _Path = _DEFAULTS.sets
    levels: _Levels = _DEFAULTS.levels
    blocks: dict[str, str] = Field(default_factory=dict)
    criteria: dict[Level, _SetByPeriod] = Field(default_factory=dict)
    reports: ReportsPart = ReportsPart()
    header_words: _HeaderWords = Field(default_factory=dict)

    @field_validator("levels", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Take ``department,district`` apart, as a variable of the environment writes a list."""
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

    def settings(self) -> Settings:
        """Return the checked values."""
        return Settings(
            office=self.office,
            lang=self.lang,
            store=self.store,
            sets=self.sets,
            levels=self.levels,
            blocks=dict(self.blocks),
            criteria={level: dict(sets) for level, sets in self.criteria.items()},
            reports=ReportSettings(self.reports.folder, self.reports.on_behalf),
            header_words={str(role): texts for role, texts in self.header_words.items()},
        )


def checked(table: Mapping[str, Any], env: Mapping[str, str]) -> Settings:
    """Return the settings of a file's table with the environment's variables over it.

    Raises:
        ValidationError: any value or key is wrong, in the file or in the environment.
        SettingsError: a variable that has to be JSON is not.
    """

    class WithTable(SettingsPart):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            variables = EnvSettingsSource(settings_cls)
            variables.env_vars = {name.lower(): value for name, value in env.items()}
            return variables, InitSettingsSource(settings_cls, init_kwargs=dict(table))

    return WithTable().settings()
