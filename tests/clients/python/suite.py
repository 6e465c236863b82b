"""All Python cases against all targets."""

import sys

import anthropic_cases
import google_cases
import openai_cases
import wire_cases
from checks import TARGETS, run

failed = 0
for target in TARGETS["openai"]:
    failed += run("python openai", target["label"], openai_cases.cases_for(target), openai_cases.Api(target))
    if not target.get("translated"):
        failed += run("python http", target["label"], wire_cases.CASES, target)
for target in TARGETS["anthropic"]:
    failed += run("python anthropic", target["label"], anthropic_cases.cases_for(target), anthropic_cases.Api(target))
for target in TARGETS.get("google", []):
    failed += run("python google", target["label"], google_cases.CASES, google_cases.Api(target))
sys.exit(1 if failed else 0)
