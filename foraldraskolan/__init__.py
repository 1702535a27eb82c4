"""Föräldraskolan: one order, and the whole pack for a parent meeting about drugs.

    Plan + Library --assemble--> Document (sv) --translate--> Document (ar) --fill--> Document with every field filled
        --arrange--> Form for one medium --render--> bytes: pages and PDF, HTML, plain text, a message

Everything between reading and writing is a pure function, and every stage speaks the two trees in `document/`: meaning,
which is rich, and form, which every renderer knows.

material/     files in materials/ -> Library, Plan, agenda, the Swedish Document
editor/       what a careful editor says of the material
translation/  Swedish Document -> the same in another language, and how far it can be trusted
document/     the two trees and the one walk over both
media/        meaning -> form: one file a medium
layout/       form -> strips -> pages, by start and end, never left and right
typeset/      text -> lines of positioned glyphs
pdf/          form + pages -> tagged PDF
web/          form -> HTML, plain text, a message
class_list/   any class list -> who gets a letter, in which language, where
make/         orders -> files: one paper, a pack, a series, a class; on all cores, all of them or none
cli/          what the user types; the only package that knows the terminal
"""

__version__ = "0.1.0"
