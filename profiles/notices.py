"""What a person is asked to agree to: the words, and their version. Pure. Change the words, and the version is the day
on which they changed: who agreed to the older ones is asked anew."""

from dataclasses import dataclass

from django.db.models import TextChoices


class Purpose(TextChoices):
    PROFILE = "profile", "Keep my profile"
    PUBLIC = "public", "Show a public page"
    WORDING = "wording", "Have a language model offer other words"
    FILES = "files", "Keep files that I bring"
    ALERTS = "alerts", "Mail me new jobs"
    APPLY = "apply", "Apply for jobs"


class PurposeConverter:
    """Of addresses."""

    regex = "|".join(Purpose.values)

    def to_python(self, value: str) -> Purpose:
        return Purpose(value)

    def to_url(self, purpose: str) -> str:
        return purpose


@dataclass(frozen=True, slots=True)
class Notice:
    """what: the data; why: what it is used for; after: what withdrawing does; undo: the words for that; given: name of
    the view where it is agreed to, and words that lead there."""

    version: str
    what: str
    why: str
    after: str
    undo: str
    given: tuple[str, str]


NOTICES = {
    Purpose.PROFILE: Notice(
        version="2026-11-25",
        what="What you write into your profile, or take over from a file that you bring: name, telephone "
        "number, city, work, education, skills, the roles and the pay that you look for. Nothing about age, sex, "
        "religion, caste or marriage, and no picture.",
        why="To show it to you, to compare it with roles and jobs when you ask, and to write documents from it when "
        "you ask. It isn’t sold, isn’t shown to employers unless you apply to one, and isn’t used for advertising.",
        after="Your profile is deleted at once, with everything in it. Your account stays.",
        undo="delete my profile",
        given=("profiles:overview", "Start a profile"),
    ),
    Purpose.PUBLIC: Notice(
        version="2026-11-25",
        what="The parts of your profile that you tick, and no other.",
        why="To show them to anybody who has the address of your public page. They can copy what they see.",
        after="The page is gone at once, and its address never works again. What others copied we can’t take back.",
        undo="take the page down",
        given=("profiles:public", "Make a public page"),
    ),
    Purpose.WORDING: Notice(
        version="2026-11-25",
        what="Lines of your work and projects, forty at most, and nothing beside them. A line that holds your name, "
        "your city, an address, a telephone number or pay isn’t sent.",
        why="To have other words offered for them. They are sent to the server that is named beside the button, each "
        "time you press it and never else. It may be another company’s; what it keeps, its own rules say.",
        after="Nothing is sent any more. What was sent we can’t take back.",
        undo="send nothing any more",
        given=("profiles:advice", "Look at your advice"),
    ),
    Purpose.FILES: Notice(
        version="2026-11-25",
        what="The résumés and other files for which you tick that they are kept, whole and as they are, with all that "
        "stands in them, and no other.",
        why="So that you can download them again. Nobody else can, and nothing is done with them.",
        after="All the files that are kept are deleted at once. Your profile stays.",
        undo="delete the files",
        given=("profiles:import", "Bring a file"),
    ),
    Purpose.ALERTS: Notice(
        version="2026-11-25",
        what="Your confirmed e-mail address, the searches that you saved with mail, when you got mail last, and up to "
        "which job.",
        why="To mail you jobs that are new in these searches, in one mail a day at most, and nothing else.",
        after="No more of this mail is sent. Your searches stay, without mail, until you remove them.",
        undo="stop the mail",
        given=("profiles:searches", "Your saved searches"),
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
        undo="withdraw all my applications",
        given=("jobs:list", "You are asked when you apply"),
    ),
}


def version_of(purpose: Purpose) -> str:
    return NOTICES[purpose].version
