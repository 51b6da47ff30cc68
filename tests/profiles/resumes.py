"""People who don't exist, and any facts at all."""

from hypothesis import strategies as st

from profiles.facts import (
    Certificate,
    Contact,
    Language,
    Link,
    Position,
    ProfileFacts,
    Project,
    SkillFact,
    Study,
    When,
)

ASHA = ProfileFacts(
    contact=Contact(
        "Asha Rao",
        "asha.rao@example.in",
        "+91 98765 43210",
        "Pune",
        (Link("GitHub", "https://github.com/asharao"), Link("LinkedIn", "https://www.linkedin.com/in/asharao")),
    ),
    headline="Data Analyst, retail and banking",
    summary="Analyst with five years in retail and banking. Builds reports that store managers read.",
    months=66,
    skills=tuple(
        SkillFact(name, slug)
        for name, slug in {"SQL": "sql", "Python": "python", "Power BI": "power-bi", "Statistics": "statistics"}.items()
    ),
    positions=(
        Position(
            "Senior Data Analyst",
            "Acme Retail",
            "Pune",
            When(2022, 4),
            None,
            True,
            (
                "Built 12 dashboards in Power BI for 40 store managers, cutting the weekly report to three hours",
                "Wrote SQL tests that found ₹18 lakh of wrongly booked returns in 2023",
                "Trained 6 colleagues in Python",
            ),
        ),
        Position(
            "Data Analyst",
            "Northern Bank",
            "Mumbai",
            When(2020, 1),
            When(2022, 3),
            False,
            ("Cleaned 2 million customer records for a new credit model", "Answered 30 questions a week in SQL"),
        ),
    ),
    studies=(Study("B.Sc.", "Fergusson College", "Statistics", When(2016), When(2019), "8.1 CGPA"),),
    projects=(
        Project(
            "Rain and rice", "https://github.com/asharao/rice", When(2021), None, ("Joined 20 years of rain in R",)
        ),
    ),
    certificates=(Certificate("Power BI Data Analyst", "Microsoft", When(2023, 5)),),
    languages=(Language("Marathi", "native"), Language("English", "professional")),
)

texts = st.text(max_size=80)
whens = st.none() | st.builds(When, st.integers(1970, 2030), st.none() | st.integers(-3, 15))
lines = st.lists(texts, max_size=6).map(tuple)


def few(values, most=4):
    return st.lists(values, max_size=most).map(tuple)


any_facts = st.builds(
    ProfileFacts,
    contact=st.builds(Contact, texts, texts, texts, texts, few(st.builds(Link, texts, texts))),
    headline=texts,
    summary=texts,
    skills=few(st.builds(SkillFact, texts, texts), 10),
    positions=few(st.builds(Position, texts, texts, texts, whens, whens, st.booleans(), lines)),
    studies=few(st.builds(Study, texts, texts, texts, whens, whens, texts)),
    projects=few(st.builds(Project, texts, texts, whens, whens, lines)),
    certificates=few(st.builds(Certificate, texts, texts, whens, texts)),
    languages=few(st.builds(Language, texts, texts)),
)
