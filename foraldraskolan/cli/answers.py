"""How people say yes and no, in either language of the interface."""

YES = ("ja", "j", "yes", "y", "true")
NO = ("nej", "n", "no", "false")
