"""What the SDKs talk to: the providers that the gateway is given, and the addresses that the cases are run against."""

from programs import RIGHT_KEY, WRONG_KEY, add_provider

# One column group per provider dialect: `name` is the provider in the gateway, `locked` one of the same family whose
# key the demo provider refuses (with `wrong_key_status` if that is not 401), `thinker` a model whose name tells the
# gateway that it thinks. Cerebras serves chat completions alone, so that clients of Responses are translated too.
PROVIDERS = [
    {"dialect": "openai chat", "name": "cerebras", "locked": "locked-openai", "thinker": "demo-open-thinker"},
    {"dialect": "openai responses", "name": "openai", "locked": "locked-openai", "thinker": "gpt-5"},
    {"dialect": "anthropic", "name": "anthropic", "locked": "locked-anthropic", "thinker": "claude-sonnet-4-5"},
    {"dialect": "gemini", "name": "gemini", "locked": "locked-gemini", "thinker": "gemini-3-pro"},
    {"dialect": "bedrock", "name": "bedrock", "locked": "locked-bedrock",
     "thinker": "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "wrong_key_status": 403},
    {"dialect": "cohere", "name": "cohere", "locked": "locked-cohere", "thinker": "command-a-reasoning-08-2025"},
]
# Its name tells that InvokeModel takes Anthropic's bodies.
CLAUDE = "anthropic.claude-3-5-sonnet-20240620-v1:0"
# The models that the demo provider must know besides its own.
MODELS = [CLAUDE] + [column["thinker"] for column in PROVIDERS if not column["thinker"].startswith("demo-")]

ACCESS_KEY = "AKIADEMO0123456789AB"
SECRET = "demo/secret+access/key0123456789abcdefgh"
SESSION_TOKEN = "demo-session-token"


def aws_key(secret, **more):
    return {"bedrock_key_config": {"access_key": ACCESS_KEY, "secret_key": secret, "region": "eu-central-1"} | more}


def configure(gateway, provider):
    for name in ("cerebras", "nebius", "openai", "anthropic", "gemini", "cohere"):
        add_provider(gateway, name, provider, RIGHT_KEY)
    add_provider(gateway, "mittwald-shared", provider + "/v1", RIGHT_KEY, "openai")
    for family in ("openai", "anthropic", "gemini", "cohere"):
        add_provider(gateway, f"locked-{family}", provider, WRONG_KEY, family)
    # Bedrock by an access key, by a temporary one, by a Bedrock API key, and by a wrong secret.
    add_provider(gateway, "bedrock", provider, aws_key(SECRET))
    add_provider(gateway, "temporary-bedrock", provider, aws_key(SECRET, session_token=SESSION_TOKEN), "bedrock")
    add_provider(gateway, "bearer-bedrock", provider,
                 {"value": RIGHT_KEY, "bedrock_key_config": {"region": "us-east-1"}}, "bedrock")
    add_provider(gateway, "locked-bedrock", provider, aws_key("wrong" + SECRET), "bedrock")


def direct_targets(provider):
    """Without a gateway, which proves that the imitation is one."""
    common = {"label": "direct", "prefix": "", "key": RIGHT_KEY, "wrong_key": WRONG_KEY, "wrong_key_model": "demo-fast"}
    credentials = {"accessKeyId": ACCESS_KEY, "secretAccessKey": SECRET}
    bedrock = {"base_url": provider, "prefix": "", "claude": CLAUDE, "credentials": credentials}
    return {
        "openai": [common | {"base_url": provider + "/v1"}],
        "anthropic": [common | {"base_url": provider}],
        "cohere": [common | {"base_url": provider, "own": True}],
        "operations": [common | {"base_url": provider + "/v1", "cohere_url": provider, "cohere_prefix": ""}],
        "bedrock": [bedrock | {"label": "direct"},
                    bedrock | {"label": "direct, temporary key",
                               "credentials": credentials | {"sessionToken": SESSION_TOKEN}}],
    }


def gateway_targets(gateway):
    # The gateway holds the provider's keys: what a client sends as a key does not matter without virtual keys.
    common = {"gateway": True, "key": "sk-local", "wrong_key": "sk-local"}
    openai = common | {"provider": "openai", "wrong_key_model": "locked-openai/demo-fast"}
    anthropic = common | {"provider": "anthropic", "wrong_key_model": "locked-anthropic/demo-fast"}
    gemini = common | {"provider": "gemini", "wrong_key_model": "locked-gemini/demo-fast"}
    cohere = common | {"base_url": gateway + "/cohere", "wrong_key_model": "locked-cohere/demo-fast"}
    bedrock = {"base_url": gateway + "/bedrock", "claude": CLAUDE,
               "credentials": {"accessKeyId": "AKIALOCAL", "secretAccessKey": "local"}}
    return {
        "openai": [
            openai | {"label": "/v1 openai/", "base_url": gateway + "/v1", "prefix": "openai/"},
            openai | {"label": "/openai bare", "base_url": gateway + "/openai", "prefix": ""},
            openai | {"label": "/openai/v1 bare", "base_url": gateway + "/openai/v1", "prefix": ""},
            openai | {"label": "/v1 mittwald-shared/", "base_url": gateway + "/v1", "prefix": "mittwald-shared/",
                      "provider": "mittwald-shared"},
            openai | {"label": "/v1 anthropic/", "base_url": gateway + "/v1", "prefix": "anthropic/",
                      "provider": "anthropic", "translated": True},
            openai | {"label": "/v1 gemini/", "base_url": gateway + "/v1", "prefix": "gemini/", "provider": "gemini",
                      "translated": True},
        ],
        "anthropic": [
            anthropic | {"label": "/anthropic bare", "base_url": gateway + "/anthropic", "prefix": ""},
            anthropic | {"label": "/anthropic anthropic/", "base_url": gateway + "/anthropic", "prefix": "anthropic/"},
            anthropic | {"label": "/anthropic openai/", "base_url": gateway + "/anthropic", "prefix": "openai/",
                         "provider": "openai", "translated": True},
            anthropic | {"label": "/anthropic gemini/", "base_url": gateway + "/anthropic", "prefix": "gemini/",
                         "provider": "gemini", "translated": True},
        ],
        "google": [
            openai | {"label": "/genai openai/", "base_url": gateway + "/genai", "prefix": "openai/"},
            anthropic | {"label": "/genai anthropic/", "base_url": gateway + "/genai", "prefix": "anthropic/"},
            gemini | {"label": "/genai bare", "base_url": gateway + "/genai", "prefix": "", "own": True},
        ],
        "cohere": [
            cohere | {"label": "/cohere bare", "prefix": "", "own": True},
            cohere | {"label": "/litellm cohere/", "base_url": gateway + "/litellm", "prefix": "cohere/", "own": True},
            cohere | {"label": "/cohere openai/", "prefix": "openai/"},
            cohere | {"label": "/cohere nebius/", "prefix": "nebius/"},
            cohere | {"label": "/cohere anthropic/", "prefix": "anthropic/"},
        ],
        # Below /v1 what is kept belongs to whom the request names.
        "operations": [
            common | {"label": "/v1 openai/", "base_url": gateway + "/v1", "prefix": "openai/",
                      "cohere_url": gateway + "/cohere", "cohere_prefix": "", "names_provider": True},
            common | {"label": "/openai bare", "base_url": gateway + "/openai", "prefix": "",
                      "cohere_url": gateway + "/litellm", "cohere_prefix": "cohere/"},
        ],
        "behind cohere": [cohere | {"label": "cohere/", "base_url": gateway, "prefix": "cohere/"}],
        "bedrock": [
            bedrock | {"label": "/bedrock bare", "prefix": ""},
            bedrock | {"label": "/bedrock bedrock/", "prefix": "bedrock/"},
            bedrock | {"label": "/bedrock temporary-bedrock/", "prefix": "temporary-bedrock/"},
            bedrock | {"label": "/bedrock bearer-bedrock/", "prefix": "bearer-bedrock/"},
            bedrock | {"label": "/bedrock openai/", "prefix": "openai/", "claude": "demo-fast", "translated": True},
            bedrock | {"label": "/bedrock anthropic/", "prefix": "anthropic/", "claude": "demo-fast",
                       "translated": True},
        ],
        "behind bedrock": [{"label": "/v1 bedrock/", "base_url": gateway + "/v1", "prefix": "bedrock/"}],
        "table": {"gateway": gateway, "providers": PROVIDERS},
    }
