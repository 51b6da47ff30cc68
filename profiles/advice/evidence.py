"""What is known about each kind of advice, and how it is known. Pure.

Where nobody has shown that something works, it says that it is a convention."""

from profiles.advice.findings import Evidence, Kind

SPELLING = Evidence(
    Kind.EXPERIMENT,
    "445 recruiters were shown applications: those with many slips were 18.5 percentage points less likely to be"
    " invited, those with few 7.3.",
    "PLOS ONE, 2023",
)
NAMES = Evidence(
    Kind.CONVENTION,
    "Who searches for a skill types the name that most use. Written like that it is found, and reads right.",
)
READABLE = Evidence(
    Kind.VENDOR,
    "The makers of Greenhouse say that files may not be read which are images, or have columns, tables, text boxes,"
    " letters set apart, or no clear sections.",
    "https://support.greenhouse.io/hc/en-us/articles/200989175",
)
CONTACT = Evidence(
    Kind.VENDOR,
    "The makers of Greenhouse say that their reader fills a candidate’s form from the file, and may miss a name and"
    " contact data that stand in a header, footer or text box.",
    "https://support.greenhouse.io/hc/en-us/articles/200989175",
)
DATES = Evidence(Kind.CONVENTION, "Readers and programs count experience from months and years beside each job.")
GAPS = Evidence(
    Kind.CONVENTION, "Gaps are common. This changes no score of ours; some readers ask, so a short answer helps."
)
VERBS = Evidence(
    Kind.CONVENTION,
    "Advisers agree that a line is quicker to read when it begins with what you did. Nobody has measured it.",
)
NUMBERS = Evidence(
    Kind.CONVENTION, "Advisers agree that a number makes a result easier to believe. Nobody has measured by how much."
)
LENGTH = Evidence(
    Kind.CONVENTION,
    "Advisers name one page for a short career and two for a long one. Two pages cost you nothing with us.",
)
PRIVATE = Evidence(
    Kind.CONVENTION,
    "No employer needs it to judge your work. What isn’t in the file can’t be held against you, or be misused.",
)
WANTED = Evidence(Kind.COUNT, "How often job adverts for this role ask for a skill is counted; see its page.")
SHOWN = Evidence(Kind.CONVENTION, "Programs and hurried readers look for skills in the list of skills first.")
LINKS = Evidence(
    Kind.CONVENTION, "Most people have none on their résumé; where the work can be shown, a link shows it."
)
