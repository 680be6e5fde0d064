"""Every kind of public page, and every state that a visitor can bring it to."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, Response

NARROW, WIDE = (320, 700), (1280, 900)


@dataclass(frozen=True)
class State:
    """A page's address, and what a visitor does there. ``act`` returns the answer when it asks the server again."""

    name: str
    path: str
    act: Callable[[Page], Response | None] | None = None
    status: int = 200
    cookies: frozenset[str] = frozenset()

    def open(self, page: Page) -> Response:
        answer = page.goto(self.path)
        return (self.act(page) if self.act else None) or answer


def send(page: Page) -> Response:
    with page.expect_navigation() as going:
        page.locator("main form.form button[type=submit]").first.click()  # the one that Enter presses
    return going.value


def send_with_mistakes(page: Page) -> Response:
    page.get_by_label("Your e-mail address").fill("nobody")
    return send(page)


def send_without_token(page: Page) -> Response:
    page.get_by_label("Your message").fill("I went away for a week.")
    page.context.clear_cookies()
    return send(page)


def open_all(page: Page) -> None:
    """Opens everything that can be unfolded, the menus of narrow screens included."""
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


SAVED = ("riverside-saturday-club", "jays-nest-childminding", "gentle-hooves")


def numbers(page: Page) -> list[str]:
    """The numbers of three listings, which stand in their links to the form for problems."""
    found = []
    for slug in SAVED:
        page.goto(f"/find-a-service/{slug}/")
        found.append(page.locator("a[href*='/contact/problem/']").first.get_attribute("href").strip("/").split("/")[-1])
    return found


def show_list(page: Page) -> Response:
    return page.goto(f"/shortlist/?s={'-'.join(numbers(page))}")


def show_list_with_mistakes(page: Page) -> Response:
    return page.goto(f"/shortlist/?s={'-'.join([*numbers(page), '999999', 'tea'])}&compare=999999")


def compare_services(page: Page) -> Response:
    found = "-".join(numbers(page))
    return page.goto(f"/shortlist/?s={found}&compare={found}")


def seal_of(place: str, rest: str = "") -> Callable[[Page], Response | None]:
    """Opens the page of the seal of that place, by the register's link."""

    def act(page: Page) -> Response | None:
        row = page.locator(".seal-row").filter(has=page.get_by_role("heading", name=place))
        address = row.locator("a[href^='/seal/']").first.get_attribute("href")
        return page.goto(f"{address}{rest}")

    return act


FORM = frozenset({"csrftoken"})


def answer(page: Page, *labels: str, words: str = "") -> Response:
    """Answers the questions of “Tell us” one after the other: picks each label, writes the words, presses Next."""
    for label in labels:
        if label:
            page.get_by_label(label).check()
        answered = send(page)
    if words:
        page.locator("#id_words").fill(words)
        answered = send(page)
    return answered


def tell_by_pictures(page: Page) -> Response:
    return answer(page, "A story", "I want to pick pictures")


def tell_feelings(page: Page) -> Response:
    return answer(page, "A story", "I want to pick pictures", "Money")


def tell_without_words(page: Page) -> Response:
    answer(page, "An idea", "I want to write")
    return send(page)


def tell_of_danger(page: Page) -> Response:
    return answer(page, "An idea", "I want to write", words="He hits me")


def tell_up_to_the_check(page: Page) -> Response:
    answer(page, "An idea", "I want to write", words="A quiet hour, please.")
    return send(page)


def tell_and_send(page: Page) -> Response:
    tell_up_to_the_check(page)
    return send(page)


def wrong_code(page: Page) -> Response:
    page.get_by_label("Your code").fill("nonsense")
    return send(page)


STATES = [
    State("home", "/"),
    State("home with its menu open", "/", act=open_all),
    State("section of topics", "/help-by-topic/"),
    State("section of one topic", "/help-by-topic/health/"),
    State("section of ages", "/help-by-age/ages-16-to-25/"),
    State("information with steps and a contact", "/help-by-topic/ehc-plans/ask-for-an-assessment/"),
    State("information with key facts", "/help-by-topic/complaints-and-appeals/send-tribunal/"),
    State("information with answers open", "/help-by-topic/complaints-and-appeals/complain-to-someone-else/", act=open_all),
    State("accessibility statement", "/accessibility-statement/"),
    State("display settings", "/display/"),
    State("have your say", "/have-your-say/"),
    State("directory", "/find-a-service/"),
    State("results for words", "/find-a-service/?q=speech"),
    State("results with filters, all open", "/find-a-service/?q=club&seal=on&age=11-to-16&age=16-to-25", act=open_all),
    State("results, second page", "/find-a-service/?page=2"),
    State("results with nothing found", "/find-a-service/?q=qwertyuiop&seal=on"),
    State("listing", "/find-a-service/childrens-speech-and-language-therapy/"),
    State("listing with the seal", "/find-a-service/riverside-saturday-club/", act=open_all),
    State("listing in somebody’s home", "/find-a-service/jays-nest-childminding/"),
    State("listing closed for now", "/find-a-service/gentle-hooves/"),
    State("listing closed for good", "/find-a-service/coffee-morning-henley/", status=410),
    State("listing for you", "/find-a-service/riverside-saturday-club/?voice=you", act=open_all),
    State("listing for you without its words", "/find-a-service/night-owls-online/?voice=you"),
    State("saved list", "/", act=show_list),
    State("saved list with mistakes", "/", act=show_list_with_mistakes),
    State("saved list, compared", "/", act=compare_services),
    State("saved list, empty", "/shortlist/"),
    State("what is on", "/whats-on/"),
    State("what is on, past", "/whats-on/?when=past"),
    State("event that repeats", "/whats-on/drop-in-for-parents-and-carers/"),
    State("event online", "/whats-on/conversation-growing-up/"),
    State("event that is over", "/whats-on/conference-families-and-schools/"),
    State("blog", "/board/"),
    State("board meetings", "/board/meetings/"),
    State("board meeting with papers", "/board/meetings/meeting-2026-10-21/"),
    State("blog sifted", "/board/?tag=deep-dive"),
    State("post with figures", "/board/reflections-from-steve-crocker-27-march-2024/"),
    State("post with promises", "/board/reflections-from-alex-morgan-example-15-july-2026/"),
    State("promises", "/board/promises/"),
    State("promises, late ones", "/board/promises/?state=late"),
    State("promises of a theme, none of them kept", "/board/promises/?theme=theme-4&state=kept"),
    State("measures", "/board/measures/"),
    State("measure with a target", "/board/measures/calls-answered-at-once/"),
    State("page of a theme", "/board/theme-2/"),
    State("news", "/board/news/"),
    State("news of a category, all open", "/board/news/?category=health", act=open_all),
    State("news, words found", "/board/news/?q=travelling"),
    State("news item", "/board/news/school-travel-forms-are-open/"),
    State("posts, nothing found", "/board/?q=qwertyuiop&year=2026"),
    State("youth home", "/young-people/"),
    State("youth page", "/young-people/things-to-do/", act=open_all),
    State("youth page about worries", "/young-people/feeling-worried/"),
    State("youth page with a film", "/young-people/our-film/", act=open_all),
    State("youth page in a row, with Easy Read", "/young-people/help-with-school/my-plan/", act=open_all),
    State("youth page by age", "/young-people/when-i-am-16/"),
    State("Easy Read edition of information", "/help-by-topic/ehc-plans/ask-for-an-assessment/easy-read/"),
    State("Easy Read edition of a listing", "/find-a-service/riverside-saturday-club/easy-read/"),
    State("approved places", "/young-people/places-we-like/"),
    State("By You guide", "/young-people/by-you/"),
    State("By You guide, chosen", "/young-people/by-you/?area=oxford-city&topic=things-to-do"),
    State("By You guide, nothing found", "/young-people/by-you/?area=oxford-city&topic=travel&print=tea"),
    State("By You guide, A4", "/young-people/by-you/?print=a4"),
    State("By You guide, large print", "/young-people/by-you/?print=large"),
    State("posts by young people", "/young-people/our-posts/"),
    State("post by a young person", "/young-people/our-posts/the-quiet-room/"),
    State("tell us", "/young-people/tell-us/"),
    State("tell us, first question", "/tell-us/", cookies=FORM),
    State("tell us, pictures", "/tell-us/", act=tell_by_pictures, cookies=FORM),
    State("tell us, feelings", "/tell-us/", act=tell_feelings, cookies=FORM),
    State("tell us, no words", "/tell-us/", act=tell_without_words, status=422, cookies=FORM),
    State("tell us, danger", "/tell-us/", act=tell_of_danger, cookies=FORM),
    State("tell us, check", "/tell-us/", act=tell_up_to_the_check, cookies=FORM),
    State("tell us, sent", "/tell-us/", act=tell_and_send, cookies=FORM),
    State("tell us, code", "/tell-us/answer/", cookies=FORM),
    State("tell us, wrong code", "/tell-us/answer/", act=wrong_code, status=422, cookies=FORM),
    State("you asked", "/young-people/the-forum/you-asked/"),
    State("forum meetings", "/young-people/the-forum/meetings/"),
    State("guide", "/what-could-help/"),
    State("guide, a question", "/what-could-help/?a=1.2"),
    State("guide without an answer", "/what-could-help/?a=1&sent=1"),
    State("guide with a link that does not fit", "/what-could-help/?a=1.9"),
    State("guide, what could help", "/what-could-help/?a=1.2.3"),
    State("guide, help at once", "/what-could-help/?a=2.3"),
    State("booklets", "/booklets/"),
    State("booklet", "/booklets/things-to-do/"),
    State("listing in large print", "/find-a-service/riverside-saturday-club/?print=large"),
    State("glossary", "/glossary/"),
    State("glossary, words found", "/glossary/?q=plan"),
    State("glossary, nothing found", "/glossary/?q=qwertyuiop"),
    State("form", "/contact/", cookies=FORM),
    State("form with mistakes", "/contact/", act=send_with_mistakes, status=422, cookies=FORM),
    State("form sent", "/contact/sent/ACDEFHJ/"),  # not by sending: a visitor may send five messages an hour
    State("form that waited too long", "/contact/", act=send_without_token, status=403),
    State("asking for e-mails", "/alerts/?about=board", cookies=FORM),
    State("asking for e-mails with mistakes", "/alerts/", act=send, status=422, cookies=FORM),
    State("e-mails asked for", "/alerts/look/"),
    State("link in an e-mail that does not work", "/alerts/stop/x/", status=404),
    State("members of the board", "/board/members/"),
    State("seals", "/seal/"),
    State("seals looked through", "/seal/?q=bus"),
    State("seals, none found", "/seal/?q=qwertyuiop"),
    State("seal that counts", "/seal/", act=seal_of("Riverside Saturday Club")),
    State("badge to put up", "/seal/", act=seal_of("Riverside Saturday Club", "badge/")),
    State("certificate", "/seal/", act=seal_of("Riverside Saturday Club", "certificate/")),
    State("criteria of the seal", "/seal/criteria/"),
    State("asking for a visit", "/seal/ask/", cookies=FORM),
    State("asking for a visit with mistakes", "/seal/ask/", act=send, status=422, cookies=FORM),
    State("suggesting a place", "/seal/suggest/", cookies=FORM),
    State("suggesting a place with mistakes", "/seal/suggest/", act=send, status=422, cookies=FORM),
    State("suggesting a place, sent", "/seal/sent/ACDEFHJ/"),
    State("page that is not there", "/no-such-page/", status=404),
]
