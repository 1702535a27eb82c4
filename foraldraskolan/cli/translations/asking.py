"""A question before something is signed: yes or no, from somebody at a terminal."""

import sys

from foraldraskolan.cli.answers import NO, YES
from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Message, Problem, ProblemsFound, message


def agreed(session: Session, question: Message) -> bool:
    """Ask until the answer is yes or no; raise ProblemsFound if nobody is there to answer."""
    from rich.prompt import Prompt

    if not sys.stdin.isatty():
        what = message("Här finns ingen att fråga. Inget är skrivet.")
        raise ProblemsFound([Problem(what, message("Läs det som står ovanför, och lägg till --yes."))])
    while True:
        word = Prompt.ask(session.say(question), default=session.say(message("nej"))).strip().lower()
        if word in (*YES, *NO):
            return word in YES
