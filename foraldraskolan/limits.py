"""How much an input may hold. More is refused, in words, before any work begins with it.

Each limit is many times what the material needs; the largest that it has today stands beside it.
"""

from typing import Final

TEXT_BYTES: Final = 1_000_000  # of a text file: TOML, Markdown, PO or CSV (70,000)
LINE: Final = 500  # characters of a text that stands on one line: a title, a name, an address on the web (261)
TITLE: Final = 200  # characters of what a user says of a meeting or a contact of their own
LINK: Final = 100  # characters of the address of a meeting's papers: at 22 mm its QR code has modules of 0.45 mm
TEXT: Final = 5_000  # characters of a paragraph, an item of a list, a cell, or a translation of one (640)
BODY_LINES: Final = 5_000  # lines of the text of a module or a letter (200)
COLUMNS: Final = 50  # of a table (4)
ENTRIES: Final = 1_000  # of a list in TOML, or of a file of records (142)
CHOSEN: Final = 100  # modules, languages and contacts of a plan (20)
NESTING: Final = 20  # brackets within brackets, emphasis within emphasis, parts of a dotted key (3)
WORD: Final = 100  # characters of a number, a date or a key in TOML that has no quotes around it (30)
NUMBER: Final = 10**12  # of a figure, above zero or below (10**7)
DRAWING_BYTES: Final = 100_000  # of the file of a drawing (2,400)
DRAWING_NUMBER: Final = 10_000  # of a number in a drawing, and how far from its corner anything may lie (200)
LOGO_BYTES: Final = 2_000_000  # of the file of a logo
LOGO_DRAWING_BYTES: Final = 500_000  # of one in SVG, which takes a second to read
LOGO_SIDE: Final = 4_000  # dots of a logo, in each direction
LOGO_PROPORTION: Final = 12  # times as wide as high that a logo may be, or as high as wide
YEARS: Final = (1900, 2199)  # of a date
MONTHS: Final = (1, 60)  # for which a check may be trusted (12)
SHOWN: Final = 600  # characters of what somebody wrote, when it is shown in a sentence about it
PROBLEMS: Final = 50  # different problems that are told; how many more there are is told too

# Of a class list.
MOST_BYTES: Final = 20_000_000  # of a file; a thousand for each row
MOST_BYTES_UNPACKED: Final = 100_000_000  # of a spreadsheet's parts together
MOST_PARTS: Final = 10_000  # of a spreadsheet
MOST_TAGS: Final = 4_000_000  # of one part: where elements start and end
LONGEST_TAG: Final = 1_000_000  # bytes
DEEPEST: Final = 10_000  # elements within each other, near enough
HEADER_ROWS: Final = 30  # from the top, in which a header may stand
MOST_ROWS: Final = 20_000  # that hold anything, in all sheets together
MOST_CELLS_IN_A_ROW: Final = 1_000
MOST_CELLS: Final = 2_000_000
MOST_LETTERS: Final = 20_000_000  # in all cells together, each time that a text is repeated
LONGEST_ROW: Final = 1_000_000  # characters of a row of a text
LONGEST_CELL: Final = 32_767  # letters, as in Excel
LONGEST_LINE: Final = 120  # characters of a cell that is used, on one line of it
LAST_ROW: Final = 1_048_576  # of any spreadsheet, counted from 1
LAST_COLUMN: Final = 16_384
