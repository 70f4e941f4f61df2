"""The report as a workbook: sheets with live formulas, native charts, set up for print."""
