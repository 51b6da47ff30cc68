"""What a person is asked to agree to: the words, and their version. Pure. Change the words, and the version is the day
on which they changed: who agreed to the older ones is asked anew."""

from dataclasses import dataclass

from django.db.models import TextChoices


class Purpose(TextChoices):
    PROFILE = "profile", "Keep my profile"
    PUBLIC = "public", "Show a public page"
    APPLY = "apply", "Apply for jobs"


@dataclass(frozen=True, slots=True)
class Notice:
    """what: the data; why: what it is used for; after: what withdrawing does."""

    version: str
    what: str
    why: str
    after: str


NOTICES = {
    Purpose.PROFILE: Notice(
        version="2026-11-25",
        what="What you write into your profile: name, telephone number, city, work, education, skills, the roles and "
        "the pay that you look for. Nothing about age, sex, religion, caste or marriage, and no picture.",
        why="To show it to you, to compare it with roles and jobs when you ask, and to write documents from it when "
        "you ask. It isn’t sold, isn’t shown to employers unless you apply to one, and isn’t used for advertising.",
        after="Your profile is deleted at once, with everything in it. Your account stays.",
    ),
    Purpose.PUBLIC: Notice(
        version="2026-11-25",
        what="The parts of your profile that you tick, and no other.",
        why="To show them to anybody who has the address of your public page. They can copy what they see.",
        after="The page is gone at once, and its address never works again. What others copied we can’t take back.",
    ),
    Purpose.APPLY: Notice(
        version="2026-11-25",
        what="For each application what its last page shows before you send it: the résumé, your answers, your name, "
        "your e-mail address, your telephone number and your city. Never the fit score, and never your pay.",
        why="To reach the employer of that one job: by e-mail where the company gave an address for it, else through "
        "the editors of this site, who hand it on. Beside it we keep a copy of all of it for you, with the advert.",
        after="You withdraw the application. From then on our editors see nothing of it. What went to the employer by "
        "e-mail we can’t take back: we ask them by another e-mail to delete it. Your own copy stays until your "
        "profile goes, and deleting that withdraws them all.",
    ),
}


def version_of(purpose: Purpose) -> str:
    return NOTICES[purpose].version
