"""What users of OpenAI's and Cohere's Python SDKs do beside chats: completions, images, audio, files, reranking."""

import base64
import io

import cohere
import openai

from checks import PNG, equal, raised, true

SOUND = bytes(range(256)) * 5000  # 1.28 MB, so that the gateway puts it aside on the disk


class Api:
    """One base URL under test; `cohere_url` where Cohere's SDK can use it."""

    def __init__(self, target):
        self.target = target
        self.gateway = target.get("gateway", False)
        self.client = openai.OpenAI(base_url=target["base_url"], api_key=target["key"], max_retries=0, timeout=30)
        self.cohere = cohere.ClientV2(api_key=target["key"], base_url=target["cohere_url"], timeout=20)
        self.query = {"provider": "openai"} if target.get("names_provider") else {}

    def model(self, name="demo-fast"):
        return self.target["prefix"] + name


def completion(api):
    answer = api.client.completions.create(model=api.model(), prompt="say: one two three", max_tokens=50)
    equal(answer.choices[0].text, "one two three")
    equal((answer.object, answer.choices[0].finish_reason), ("text_completion", "stop"))
    true(answer.usage.completion_tokens > 0, "usage is empty")


def streamed_completion(api):
    chunks = list(api.client.completions.create(model=api.model(), prompt="say: one two three four", max_tokens=50,
                                                stream=True, stream_options={"include_usage": True}))
    equal("".join(choice.text for chunk in chunks for choice in chunk.choices), "one two three four")
    true(len(chunks) > 4, f"{len(chunks)} chunks are no stream")
    true(chunks[-1].usage.prompt_tokens > 0, "usage is empty")


def completion_stream_without_usage_shows_none(api):
    chunks = list(api.client.completions.create(model=api.model(), prompt="say: one two", stream=True))
    equal("".join(choice.text for chunk in chunks for choice in chunk.choices), "one two")
    true(all(chunk.usage is None for chunk in chunks), "usage was not asked for")


def image(api):
    answer = api.client.images.generate(model=api.model(), prompt="a red pixel", n=2, size="1024x1024")
    equal(len(answer.data), 2)
    true(base64.b64decode(answer.data[0].b64_json).startswith(b"\x89PNG"), "no PNG")
    equal(answer.usage.output_tokens, 272)


def streamed_image(api):
    events = list(api.client.images.generate(model=api.model(), prompt="a red pixel", stream=True, partial_images=1))
    equal([event.type for event in events], ["image_generation.partial_image", "image_generation.completed"])
    equal(events[-1].usage.output_tokens, 272)


def edited_image(api):
    picture = ("a.png", base64.b64decode(PNG), "image/png")
    answer = api.client.images.edit(model=api.model(), prompt="make it blue", image=[picture, picture])
    true(answer.data[0].b64_json, "no image")


def image_variation(api):
    answer = api.client.images.create_variation(model=api.model(), image=("a.png", base64.b64decode(PNG), "image/png"))
    true(answer.data[0].b64_json, "no image")


def speech(api):
    sound = api.client.audio.speech.create(model=api.model(), voice="alloy", input="Grüße", response_format="wav")
    equal(sound.read(), b"ID3\x04\x00\x00" + "Grüße".encode())


def streamed_speech(api):
    with api.client.audio.speech.with_streaming_response.create(model=api.model(), voice="alloy",
                                                                input="Good morning") as answer:
        equal(b"".join(answer.iter_bytes()), b"ID3\x04\x00\x00Good morning")
        equal(answer.headers["content-type"], "audio/mpeg")


def transcription(api):
    answer = api.client.audio.transcriptions.create(model=api.model(), file=("tone.wav", SOUND), language="en")
    equal(answer.text, f"I heard {len(SOUND)} bytes of tone.wav.")
    equal(answer.usage.input_token_details.audio_tokens, 14)


def transcription_as_text(api):
    answer = api.client.audio.transcriptions.create(model=api.model(), file=("tone.wav", b"RIFF"),
                                                    response_format="text")
    equal(answer.strip(), "I heard 4 bytes of tone.wav.")


def streamed_transcription(api):
    events = list(api.client.audio.transcriptions.create(model=api.model(), file=("tone.wav", SOUND), stream=True))
    equal(events[-1].type, "transcript.text.done")
    equal("".join(event.delta for event in events[:-1]), f"I heard {len(SOUND)} bytes of tone.wav.")


def audio_translation(api):
    answer = api.client.audio.translations.create(model=api.model(), file=("tone.wav", b"RIFF"))
    equal(answer.text, "I heard 4 bytes of tone.wav.")


def moderation(api):
    model = {"model": api.model()} if api.target["prefix"] else {}
    answer = api.client.moderations.create(input="do harm", **model)
    true(answer.results[0].flagged and answer.results[0].categories.violence, str(answer.results[0]))


def files(api):
    content = b'{"custom_id": "1"}\n' * 80_000
    made = api.client.files.create(file=io.BytesIO(content), purpose="batch", extra_query=api.query)
    equal((made.bytes, made.purpose), (len(content), "batch"))
    true(made.id in [each.id for each in api.client.files.list(extra_query=api.query)], "not listed")
    equal(api.client.files.retrieve(made.id, extra_query=api.query).filename, made.filename)
    equal(api.client.files.content(made.id, extra_query=api.query).read(), content)
    true(api.client.files.delete(made.id, extra_query=api.query).deleted, "not deleted")
    raised(openai.NotFoundError, lambda: api.client.files.retrieve(made.id, extra_query=api.query))


def batches(api):
    file = api.client.files.create(file=("b.jsonl", b"{}\n"), purpose="batch", extra_query=api.query)
    made = api.client.batches.create(input_file_id=file.id, endpoint="/v1/chat/completions", completion_window="24h",
                                     extra_query=api.query)
    equal(made.status, "validating")
    equal(api.client.batches.retrieve(made.id, extra_query=api.query).input_file_id, file.id)
    true(made.id in [each.id for each in api.client.batches.list(extra_query=api.query)], "not listed")
    equal(api.client.batches.cancel(made.id, extra_query=api.query).status, "cancelling")


def reranking(api):
    answer = api.cohere.rerank(model=api.target["cohere_prefix"] + "demo-fast", query="red", top_n=2,
                               documents=["a blue car", "a red car", "a green car"])
    equal([each.index for each in answer.results], [1, 0])
    true(answer.results[0].relevance_score > 0.9, str(answer))


def errors(api):
    error = raised(openai.NotFoundError,
                   lambda: api.client.images.generate(model=api.model("no-such-model"), prompt="a"))
    true("no-such-model" in str(error), str(error))
    error = raised(openai.BadRequestError,
                   lambda: api.client.images.generate(model=api.model(), prompt="a", extra_body={"nonsense": 1}))
    true("nonsense" in str(error), str(error))
    raised(openai.RateLimitError,
           lambda: api.client.audio.transcriptions.create(model=api.model("demo-429"), file=("a.wav", b"RIFF")))
    raised(openai.InternalServerError,
           lambda: api.client.audio.speech.create(model=api.model("demo-500"), voice="alloy", input="a"))


CASES = [completion, streamed_completion, completion_stream_without_usage_shows_none, image, streamed_image,
         edited_image, image_variation, speech, streamed_speech, transcription, transcription_as_text,
         streamed_transcription, audio_translation, moderation, files, batches, reranking, errors]


# --- through a gateway only: what the provider has other words for

def completion_asked_in_a_chat(api):
    answer = api.client.completions.create(model="anthropic/demo-fast", prompt="say: one two three", max_tokens=50,
                                           extra_headers={"x-bf-compat": '["convert_text_to_chat"]'})
    equal((answer.object, answer.choices[0].text), ("text_completion", "one two three"))
    chunks = list(api.client.completions.create(model="gemini/demo-fast", prompt="say: one two three", max_tokens=50,
                                                stream=True,
                                                extra_headers={"x-bf-compat": '["convert_text_to_chat"]'}))
    equal("".join(choice.text for chunk in chunks for choice in chunk.choices), "one two three")


def completion_without_leave_is_refused(api):
    error = raised(openai.BadRequestError,
                   lambda: api.client.completions.create(model="anthropic/demo-fast", prompt="say: one"))
    true("convert_text_to_chat" in str(error), str(error))


def reranking_by_another_family(api):
    answer = api.cohere.rerank(model="nebius/demo-fast", query="red", documents=["a blue car", "a red car"])
    equal([each.index for each in answer.results], [1, 0])


def what_a_family_does_not_offer_is_refused(api):
    error = raised(openai.BadRequestError,
                   lambda: api.client.images.generate(model="anthropic/demo-fast", prompt="a red pixel"))
    true("does not offer image generation" in str(error), str(error))


BEHIND_GATEWAY = [completion_asked_in_a_chat, completion_without_leave_is_refused, reranking_by_another_family,
                  what_a_family_does_not_offer_is_refused]


def cases_for(target):
    return CASES + (BEHIND_GATEWAY if target.get("gateway") else [])
