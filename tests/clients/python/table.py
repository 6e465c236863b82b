"""Every client of this language with every provider dialect and every feature, a few cells at a time."""

import concurrent.futures

from checks import report
from clients import anthropic_client, cohere_client, google_client, langchain_clients, openai_clients
from features import FEATURES

CLIENTS = (openai_clients.CLIENTS | anthropic_client.CLIENTS | google_client.CLIENTS | langchain_clients.CLIENTS
           | cohere_client.CLIENTS)
CELLS_AT_A_TIME = 4


def run_row(table, name, client, provider):
    api = client.make(table)

    def begin(model="demo-fast", **options):
        name = provider["thinker"] if model == "thinker" else model
        path = provider["locked"] + "/demo-fast" if model == "locked" else f"{provider['name']}/{name}"
        return client.conversation(api, path, **options)

    for title, feature in FEATURES.items():
        try:
            feature(begin, client, provider)
            report(name, provider["dialect"], title, "pass")
        except Exception as error:  # a cell may fail in any way; the next one must run all the same
            status = client.status_of(error)
            refused = status is not None and 400 <= status < 500
            report(name, provider["dialect"], title, "refused" if refused else "failed",
                   client.message_of(error) if refused else f"{type(error).__name__}: {error}")


def run_table(table):
    """`table`: {gateway, providers: [{dialect, name, locked, thinker, wrong_key_status}]}."""
    with concurrent.futures.ThreadPoolExecutor(CELLS_AT_A_TIME) as pool:
        rows = [pool.submit(run_row, table, name, client, provider)
                for name, client in CLIENTS.items() for provider in table["providers"]]
        for row in rows:
            row.result()
