"""Invented résumés whose content is known. No real person's."""

import random
from dataclasses import dataclass

from tests.profiles.files import Placed, docx, paragraph, table, written_pdf

TEXT = """ASHA TESTPERSON
Senior Data Analyst
Email: asha.t@example.org | Mobile: +91-98765 43210 | Pune, India
linkedin.com/in/asha-testperson  github.com/ashatest
C A R E E R  O B J E C T I V E
Data analyst with 5.5 years of experience in building dashboards
for retail.
TECHNICAL SKILLS
Languages: Python, SQL, R
Tools: Power BI, Tableau, MS Excel, Frobnicator 9
PROFESSIONAL EXPERIENCE
Senior Data Analyst — Infosys Ltd, Pune
Jan 2020 – Till date
• Built dashboards in Power BI for 12 stores
  and cut reporting time by 30 %.
• Led a team of 3.
Data Analyst, Wipro Technologies, Hyderabad (June 2018 to Dec 2019)
• Wrote SQL queries.
ABC Solutions Pvt Ltd
Trainee Engineer
06/2017 - 05/2018
- Learned Excel
PROJECTS
Churn model
• Predicted churn with scikit-learn
Price watch
• Scraped prices with Python
EDUCATION
B.Tech in Computer Science, Anna University, 2013-17, CGPA 8.1/10
12th, CBSE, Kendriya Vidyalaya, 2013, 92.4%
10th from State Board School 2011 88%
CERTIFICATIONS
• AWS Certified Cloud Practitioner – Amazon Web Services, Mar 2022
• Power BI by Coursera 2021
LANGUAGES
English (fluent), Hindi, Tamil (read, write)"""

SKILLS = (
    *("Python", "Java", "C++", "C#", "Node.js", "React", "Angular", "SQL", "PostgreSQL", "MongoDB", "Docker"),
    *("Kubernetes", "Tableau", "Power BI", "Git", "Linux", "Django", "TypeScript", "Jenkins", "Terraform"),
)
TITLES = ("Software Engineer", "Data Analyst", "Backend Developer", "Business Analyst", "QA Engineer", "HR Executive")
COMPANIES = (
    "Examplesoft Technologies",
    "Sample Systems Pvt Ltd",
    "Demo Industries Limited",
    "Placeholder Services LLP",
)
CITIES = ("Pune", "Chennai", "Hyderabad", "Mumbai", "Bengaluru")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DEGREES = ("B.Tech", "BCA", "MCA", "M.Com", "B.Sc", "MBA", "Diploma", "B.E.")


@dataclass(frozen=True)
class Job:
    title: str
    company: str
    city: str
    start: tuple[int, int]
    end: tuple[int, int] | None

    @property
    def dates(self) -> str:
        end = f"{MONTHS[self.end[1] - 1]} {self.end[0]}" if self.end else "Present"
        return f"{MONTHS[self.start[1] - 1]} {self.start[0]} - {end}"


@dataclass(frozen=True)
class Person:
    name: str
    email: str
    phone: str
    city: str
    title: str
    skills: tuple[str, ...]
    jobs: tuple[Job, ...]
    degree: str
    years: tuple[int, int]

    @property
    def left(self) -> list[str]:
        return ["CONTACT", self.email, f"+91 {self.phone}", self.city, "SKILLS", *self.skills]

    @property
    def right(self) -> list[str]:
        lines = ["WORK EXPERIENCE"]
        for at, job in enumerate(self.jobs):
            lines += [f"{job.title}, {job.company}, {job.city}", job.dates]
            lines += [f"• Delivered part {at}{number} of a system for a customer." for number in range(4)]
        return [*lines, "EDUCATION", f"{self.degree}, Example University, {self.years[0]} - {self.years[1]}"]

    @property
    def head(self) -> list[str]:
        return [self.name, self.title]


def person(seed: int) -> Person:
    chance = random.Random(seed)  # noqa: S311  # the same each time
    jobs, year = [], 2026
    for number in range(3):
        begin = year - chance.randint(1, 3)
        end = (year, chance.randint(1, 6)) if number else None
        start = (begin, chance.randint(7, 12))
        jobs.append(Job(chance.choice(TITLES), chance.choice(COMPANIES), chance.choice(CITIES), start, end))
        year = begin
    return Person(
        f"{chance.choice(('Asha', 'Ravi', 'Meera', 'Kiran'))} {chance.choice(('Testperson', 'Sampleson', 'Demo'))}",
        f"user{seed}@example.org",
        f"98{chance.randint(100, 999)} {chance.randint(10000, 99999)}",
        chance.choice(CITIES),
        chance.choice(TITLES),
        tuple(chance.sample(SKILLS, 12)),
        tuple(jobs),
        chance.choice(DEGREES),
        (year - 5, year - 1),
    )


def column(lines: list[str], left: float, top: float = 740) -> list[Placed]:
    return [(left, top - 12 * at, line) for at, line in enumerate(lines)]


def one_column(someone: Person) -> bytes:
    lines = [*someone.head, *someone.left, *someone.right]
    return written_pdf([column(lines[:50], 40), column(lines[50:], 40)])


def two_columns(someone: Person) -> bytes:
    """The left column is written before the right one, as programs do."""
    return written_pdf([[*column(someone.head, 40, 780), *column(someone.left, 40), *column(someone.right, 220)]])


def word(someone: Person) -> bytes:
    lines = [*someone.head, *someone.left, *someone.right]
    return docx("".join(paragraph(line.removeprefix("• "), line.startswith("•")) for line in lines))


def word_in_a_table(someone: Person) -> bytes:
    """Head above, jobs in a table: dates in the first column."""
    rows = [(job.dates, f"{job.title}, {job.company}, {job.city}") for job in someone.jobs]
    study = f"{someone.degree}, Example University, {someone.years[0]} - {someone.years[1]}"
    above = [*someone.head, *someone.left, "WORK EXPERIENCE"]
    return docx("".join(map(paragraph, above)) + table(rows) + "".join(map(paragraph, ["EDUCATION", study])))


def text(someone: Person) -> bytes:
    return "\n".join([*someone.head, *someone.left, *someone.right]).encode()
