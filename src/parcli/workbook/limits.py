"""How much of a file is read before it is refused; numbers only, each reader keeps to them.

A unit's form has some hundred rows; the largest table read, a year's results of every commune, has 330,000
cells. Within these limits a file costs at most 300 MB of memory and 5 seconds, whatever it holds.
"""

MAX_FILE_BYTES = 50_000_000
# What a package says that its parts unpack to, pictures included.
MAX_UNPACKED_BYTES = 300_000_000
# What is truly unpacked: one part, and all that are read of one workbook.
MAX_PART_BYTES = 80_000_000
MAX_READ_BYTES = 120_000_000
# Up to this size, a part that is written as usual is read whole, which is faster.
MAX_PLAIN_BYTES = 4_000_000
MAX_TYPES_BYTES = 1_000_000
MAX_PARTS = 5_000
MAX_DIRECTORY_BYTES = 2_000_000
MAX_CELLS = 400_000
MAX_ROW, MAX_COL = 20_000, 1_000
MAX_MERGED_CELLS = 1_000_000
MAX_SHARED_STRINGS = 400_000
# 32,767 characters are the most that a cell holds, and each may be written as "_x000D_".
MAX_TEXT = 32_767 * 7
MAX_TEXT_OF_ALL = 20_000_000
MAX_TAGS = 2_500_000
MAX_DEPTH = 100
MAX_NAMES = 5_000
# The longest stretch without the end of a tag: the parser scans it again with every piece that arrives.
MAX_TAG_BYTES = 1_000_000
# What is read as forms: a table of one unit has some hundred rows, one of the most communes of a province
# 20,000 in all. The characters are those of every cell, also where cells share a text.
MAX_FORM_ROWS = 5_000
MAX_FORM_ROWS_OF_ALL = 20_000
MAX_FORM_TEXT = 3_000_000
MAX_FORM_CELLS = 200_000
# Texts in the rows where a header is looked for, those rows left out that hold anything else.
MAX_HEADER_CELLS = 6_000
