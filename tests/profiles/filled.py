"""Facts of a profile that says something in every section."""

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

FACTS = ProfileFacts(
    contact=Contact(
        name="Asha Rao",
        email="asha@example.org",
        phone="+91 98765 43210",
        city="Pune",
        links=(Link("GitHub", "https://example.org/asha"),),
    ),
    headline="Data analyst in retail banking",
    summary="Five years of reports.\n\nNow models.",
    months=62,
    skills=(
        SkillFact("SQL", "sql", 3, "Built the weekly sales report"),
        SkillFact("Loom weaving", "", 4),
        SkillFact("Excel", "excel"),
        SkillFact("Python", "python", 2),
        SkillFact("Payroll", "", 0),
    ),
    positions=(
        Position("Analyst", "Acme", "Pune", When(2022, 3), None, True, ("Built reports", "Saved 3 hours a week")),
        Position("Intern", "Acme", "", When(2021), When(2022, 2)),
    ),
    studies=(Study("B.Com.", "Fergusson College", "Statistics", When(2018), When(2021, 5), "8.1 CGPA"),),
    projects=(Project("Bus map", "https://example.org/bus", When(2023, 1), When(2023, 4), ("Drew a map",)),),
    certificates=(Certificate("Tableau Specialist", "Tableau", When(2023, 6), "https://example.org/c"),),
    languages=(Language("Marathi", "native"), Language("English", "professional")),
)
