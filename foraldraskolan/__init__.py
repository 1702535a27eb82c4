"""Föräldraskolan: one order, and the whole pack for a parent meeting about drugs.

    Plan + Library --assemble--> Document (sv) --translate--> Document (ar) --fill--> Document with every field filled
        --arrange--> Document for one medium --lay_out--> Pages --write_pdf--> bytes

`build.py` is this line as short functions, `pack.py` runs it for every medium and language of a plan on all cores.
Everything between reading and writing is a pure function, and every stage speaks the tree in `document/`:

content/      files in materials/ -> one Swedish Document
translation/  Swedish Document -> the same in another language, and how far it can be trusted
media/        which blocks a slide, a sheet or a letter shows, in which order
layout/       blocks -> strips -> pages, by start and end, never left and right
typeset/      text -> lines of positioned glyphs
pdf/          Document + Pages -> tagged PDF
mail/         a class list -> who gets a letter in which language; an arranged letter -> theirs, as a message too
mailing/      all letters and messages to the families of a list, on all cores
cli/          what the user types; the only package that knows the terminal
"""

__version__ = "0.1.0"
