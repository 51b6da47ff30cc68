"""The list of findings, as the person sees it."""

from dataclasses import replace

import html5lib
from advised import case, worked
from django.template.loader import render_to_string
from resumes import ASHA

from profiles.advice.advising import advise
from profiles.advice.places import Places, told
from profiles.facts import SkillFact


def shown(facts, **about):
    findings = advise(case(facts, **about))
    page = render_to_string("profiles/_advice.html", {"findings": [told(each, Places()) for each in findings]})
    html5lib.HTMLParser(strict=True).parseFragment(page)
    return page, findings


def test_groups_come_worst_first_with_reason_evidence_and_button():
    page, _ = shown(
        replace(worked("Responsible for preparing 3 bills"), contact=replace(ASHA.contact, email="", city=""))
    )
    assert page.index("Mend this") < page.index("Could be better") < page.index("Good to know")
    assert "There is no e-mail address" in page
    assert "By a convention. Advisers agree" in page
    assert "Prepared 3 bills</ins>" in page
    assert ">Begin with the verb</button>" in page


def test_each_fix_sends_its_key():
    page, findings = shown(replace(ASHA, skills=(SkillFact("javascript"),)))
    (fix,) = (finding for finding in findings if finding.fix)
    assert f'value="{fix.key}"' in page
    assert page.count('name="finding"') == 1


def test_a_persons_words_are_text():
    page, _ = shown(worked("<script>alert(1)</script> & nationality: Indian"))
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_the_line_itself_is_shown_where_only_the_person_can_change_it():
    page, _ = shown(worked("Worked on building a bridge"))
    assert "<li>Worked on building a bridge</li>" in page
