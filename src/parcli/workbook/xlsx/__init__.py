"""The streaming reader of .xlsx and .xlsm files: the parts that matter, and of them what matters."""
