"""What a Sentry is told of a failure, when one is named: nothing of a person."""

import json

from localoffer.settings.sentry import without_people

EVENT = {
    "level": "error",
    "transaction": "/contact/",
    "server_name": "machine-7",
    "user": {"ip_address": "10.9.8.7"},
    "breadcrumbs": {"values": [{"message": "SELECT 'Jo Bloggs'"}]},
    "extra": {"form": "Jo Bloggs"},
    "request": {
        "method": "POST",
        "url": "https://localoffer.example.org/contact/?where=OX1+1AA",
        "query_string": "where=OX1+1AA",
        "cookies": {"sessionid": "secret-session"},
        "headers": {"User-Agent": "Telephone of Jo Bloggs"},
        "data": {"name": "Jo Bloggs"},
        "env": {"REMOTE_ADDR": "10.9.8.7"},
    },
    "exception": {
        "values": [
            {
                "type": "IntegrityError",
                "value": "refused for jo@example.org\nDETAIL: Failing row contains (Jo Bloggs)",
                "stacktrace": {"frames": [{"function": "receive_message", "vars": {"name": "Jo Bloggs"}}]},
            }
        ]
    },
}


def test_what_failed_and_where_goes_out_and_nothing_of_a_person() -> None:
    told = without_people(json.loads(json.dumps(EVENT)))
    assert told["request"] == {"method": "POST", "url": "https://localoffer.example.org/contact/?…"}
    [failure] = told["exception"]["values"]
    assert failure["type"] == "IntegrityError"
    assert failure["stacktrace"]["frames"] == [{"function": "receive_message"}]
    whole = json.dumps(told, ensure_ascii=False)
    for word in ("Bloggs", "jo@", "OX1", "10.9.8.7", "secret-session", "Telephone", "machine-7"):
        assert word not in whole


def test_a_report_without_a_request_goes_out_too() -> None:
    assert without_people({"level": "error", "message": "The job failed"}) == {"level": "error", "message": "The job failed"}
