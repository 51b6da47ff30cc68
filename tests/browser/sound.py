"""What must hold of every page that somebody comes by, as the browser has it."""

from playwright.sync_api import Page

# Faults, in words. What is folded away is unfolded for it, and folded again.
FAULTS = """() => {
    const folded = [...document.querySelectorAll("details:not([open])")]
    folded.forEach(details => { details.open = true })
    const all = selector => [...document.querySelectorAll(selector)]
    const seen = element => element.getClientRects().length > 0 && !element.closest(".visually-hidden")
    const said = element => element.outerHTML.slice(0, 90)
    const name = element => element.labels?.length || element.ariaLabel || element.getAttribute("aria-labelledby")
        || element.textContent.trim()
    const faults = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth} pixels wide of ${root.clientWidth}`)
    if (all("h1").length !== 1) faults.push(`${all("h1").length} first headings`)
    let level = 0
    for (const heading of all("h1, h2, h3, h4, h5, h6").filter(seen)) {
        const own = Number(heading.tagName[1])
        if (own > level + 1) faults.push(`a level is left out before ${said(heading)}`)
        level = own
    }
    const ids = all("[id]").map(element => element.id)
    faults.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `the id ${id} twice`))
    const controls = all("input:not([type=hidden]), select, textarea, button, summary, .button").filter(seen)
    for (const control of [...controls, ...all("a[href]").filter(seen)])
        if (!name(control)) faults.push(`no name: ${said(control)}`)
    const least = element => { // pixels, the shorter side
        const { width, height } = element.getBoundingClientRect()
        return Math.min(width, height)
    }
    for (const control of controls) // a label is part of what is pressed
        if (Math.max(...[control, ...control.labels ?? []].map(least)) < 24) faults.push(`small: ${said(control)}`)
    for (const element of all("[aria-describedby]"))
        for (const id of element.getAttribute("aria-describedby").trim().split(/ +/))
            if (!document.getElementById(id)) faults.push(`described by nothing: ${said(element)}`)
    folded.forEach(details => { details.open = false })
    return faults
}"""


def faults(page: Page) -> list[str]:
    """At the width that the page has."""
    return [f"{page.url}: {fault}" for fault in page.evaluate(FAULTS)]
