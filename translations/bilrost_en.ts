<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AttentionItems</name>
    <message>
        <source>The gateway is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program reaches it until it listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests could not be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests were not stored. They still went through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 requests of the last hour failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request of the last hour failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has spent its budget of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has used %2 of its budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its requests are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its requests are refused; free again %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: %1</source>
        <translation>
            <numerusform>%n request failed: %1</numerusform>
            <numerusform>%n requests failed: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open request</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tries of today have no price</source>
        <translation>
            <numerusform>%n try of today has no price</numerusform>
            <numerusform>%n tries of today have no price</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in no sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changed configuration file is not in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose, percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of the limit is used</source>
        <comment>whose, percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the budget of %2 is spent</source>
        <comment>whose, an amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the limit is used up</source>
        <comment>whose</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientFiles</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large for settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is set in the environment, and counts before what is in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was changed since; what you see removed goes too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has changed just now. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not valid JSON at line %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an object in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not valid TOML at line %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is written there in a way that Bilrost does not change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonFacts</name>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversion notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigurationExport</name>
    <message>
        <source>Export configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration was not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration is in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no secrets. Keys from variables stand in it as env.NAME; a Bilrost that has the other keys keeps them, and elsewhere they have to be entered again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n tool call</numerusform>
            <numerusform>%n tool calls</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n earlier messages</source>
        <translation>
            <numerusform>%n earlier message</numerusform>
            <numerusform>%n earlier messages</numerusform>
        </translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not shown by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arguments arriving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>Cache write, 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The cost of %n tries is not known.</source>
        <translation>
            <numerusform>The cost of %n try is not known.</numerusform>
            <numerusform>The cost of %n tries is not known.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fresh input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was cut, so this is the least that it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider told this cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider says %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service tier: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters spoken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayFormat</name>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>thousand millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 T</source>
        <comment>million millions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent; add a space where the language has one</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The provider cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke before the answer ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s certificate is not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refuses or cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client ended the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request names no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider has this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider is not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key may be used for this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be read or stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost was about to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many connections at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is not valid HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider cannot do this operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is packed in an unknown way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This virtual key does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: called under a foreign host name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: called from a foreign web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client was too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no credit left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refuses the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may not do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this model or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is too large for the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider limits the rate right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is overloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider failed inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the two letters of the language of this translation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, details</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A virtual key is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This virtual key is turned off or has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual key may not use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual key may not use this provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens of a limit are used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests of a limit are used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running requests hold what is left of a limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterLanguage</name>
    <message>
        <source>This bracket closes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing behind “and”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bracket is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no field. Put a text that has “%2” into quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no order; write %1:%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read as a value of %2. Write it like %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no state. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request cannot be “%1”. There are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, or </source>
        <comment>between words of which one must hold</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model that was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reason of the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of cached tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the size of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it fell back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>field, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitRaising</name>
    <message>
        <source>The limit stays as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Allow more until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>an amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another amount or end…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was allowed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnedLimits</name>
    <message>
        <source>Key %1, only %2</source>
        <comment>name of a virtual key, of a provider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model or alias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1</source>
        <comment>name of a virtual key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun</source>
        <comment>the window of a limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a limit that is not used up</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 more until %3</source>
        <comment>state of a limit, an amount, a time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrefixWords</name>
    <message>
        <source>system text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text of the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text of the assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System text, block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The later prompt begins with all of the earlier one: about %1 tokens can be read from the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: differs from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: only the earlier request has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: only the later request has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 tokens before it can be read from the cache, %2 from it on cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another provider answered (%1, then %2): each has a cache of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model answered (%1, then %2): each has a cache of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another key was used (%1, then %2): caches belong to an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking or the choice of tools was set differently: Anthropic then reads no message from the cache.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes lie between them; most caches are kept for five.</source>
        <translation>
            <numerusform>%n minute lies between them; most caches are kept for five.</numerusform>
            <numerusform>%n minutes lie between them; most caches are kept for five.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>address and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on port %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any OpenAI-compatible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any Anthropic-compatible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a picture, its price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a picture and its price, its new price</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderTest</name>
    <message>
        <source> It said: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> You can make a new one at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is right, but its account has no credit left. Add credit at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was refused (401). Check that it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is known, but may not do this (403). Check its permissions and region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not have this model (404). Choose one of the listed models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address answers, but not with this API (404). Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider limits the rate of this key right now (429). Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has a problem of its own (%1). Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the request (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider does not list its models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answered, but without any text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address answers, but not with a list of models. Check that it is the API&apos;s address and not a web page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no model to ask. Load a model in the server, or name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, TLS, HTTP/2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. This computer&apos;s clock differs by %1 s; set it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server asks for a key (401), and none is set up. Add one and test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an answer shows whether the key is right. Ask for a short answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, through the proxy %1 of the environment or the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, through the proxy %1 of this provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is asked in a test: each takes an input of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderWords</name>
    <message>
        <source>Not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooling down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers with errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestComparison</name>
    <message>
        <source>The body of one of them was not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are of different dialects, so nothing of their prompts is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This operation has no prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body of one of them was stored in part only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prompt can be read in one of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestDetailView</name>
    <message>
        <source>This operation has no conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only totals were stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestText</name>
    <message>
        <source>%1 · %2</source>
        <comment>status, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client left after 1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>client left after %n tokens</source>
        <translation>
            <numerusform>client left after %n token</numerusform>
            <numerusform>client left after %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>client left during the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client left before the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stream cut at 1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>stream cut at %n tokens</source>
        <translation>
            <numerusform>stream cut at %n token</numerusform>
            <numerusform>stream cut at %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>stream cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed tries</source>
        <translation>
            <numerusform>Answered by %1 after %n failed try</numerusform>
            <numerusform>Answered by %1 after %n failed tries</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 after 1 failed try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused before it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the request (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 failed after %n tries</source>
        <translation>
            <numerusform>%1 failed after %n try</numerusform>
            <numerusform>%1 failed after %n tries</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting, try %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limited by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream from %1 was cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider / model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 try, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tries, %1</source>
        <translation>
            <numerusform>%n try, %1</numerusform>
            <numerusform>%n tries, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message>
        <source>as asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the virtual key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the team %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the customer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves, but failed just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is turned off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may not use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the one that is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no value that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was tried before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rests for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not permitted to the virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not know this alias</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>1 request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, Left closes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed, Right opens it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpendCurve</name>
    <message>
        <source>Nothing limits what this key spends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget is spent. Requests are refused until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the budget is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget begins anew at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this pace %1 are spent when the budget begins anew at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this pace the budget is spent at about %1. Requests are then refused until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateBlock</name>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateShape</name>
    <message>
        <source>In flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled by client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken stream</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Storing no bodies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing bodies of errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in the system keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in an encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepWriter</name>
    <message>
        <source>The client gets an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client asks for no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client asks for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not for this caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1, asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches every request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: as before in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request goes where it asks to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider is known for this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1, as before in this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1, drawn with a chance of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1 could be drawn too, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the caller&apos;s own sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silence at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked when the one above does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a wait of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is tried: there are no retries and no fallback.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wait that the provider asks for is kept up to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a first token after %1 the next target starts beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first byte within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt, which may be given what the client has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream is held back to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %n tokens are held back.</source>
        <translation>
            <numerusform>The first token is held back.</numerusform>
            <numerusform>The first %n tokens are held back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestStepsView</name>
    <message>
        <source>Address reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One short answer streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One short answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeSlots</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: %n request</numerusform>
            <numerusform>%1: %n requests</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>no provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read from cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written to cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsageRange</name>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VirtualKeyWords</name>
    <message>
        <source>everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything, with rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>money</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount of money, a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens %2</source>
        <comment>number, a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests %2</source>
        <comment>number, a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired %1</source>
        <comment>a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent, until %1</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used up, until %1</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active, old value until %1</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active, private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>every %n seconds</source>
        <translation>
            <numerusform>every %n second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>every %n minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>every %n hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>every %n day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>every %n week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>every %n month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n quarters</source>
        <translation>
            <numerusform>every %n quarter</numerusform>
            <numerusform>every %n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>every %n year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about %2 by %3</source>
        <comment>use of a limit, amount, a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <comment>use of a limit, amount at its end</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Bilrost cannot start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::GatewayHost</name>
    <message>
        <source>Demo (OpenAI dialect)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo (Anthropic dialect)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Bilrost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost quits when the running requests have ended (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New requests are not taken any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request can be answered until the gateway has a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the gateway running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden, Bilrost goes on answering requests and stays in the system tray. Quitting stops the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this every time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no system tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost cannot hide there. Minimised, it goes on answering requests. Quitting stops the gateway. From now on, closing the window quits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request is in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests are in flight</source>
        <translation>
            <numerusform>%n request is in flight</numerusform>
            <numerusform>%n requests are in flight</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting now cuts them off. Waiting takes no new requests and quits when the last one has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, then quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set &amp;up Bilrost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Store of each request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Bilrost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway on this computer between your tools and the AI providers.
Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New virtual key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export configuration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this request?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1 requests?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts and answers go with it and cannot be brought back. What was used and what it cost stays counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>%1 rejects its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: no target was left</source>
        <translation>
            <numerusform>%n request failed: no target was left</numerusform>
            <numerusform>%n requests failed: no target was left</numerusform>
        </translation>
    </message>
    <message>
        <source>A request failed: no target was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the budget is spent</source>
        <comment>whose budget</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose budget, percent</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TrayIcon</name>
    <message>
        <source>Open Bilrost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost, stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost, starting on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost, not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n in flight</numerusform>
            <numerusform>%1, %n in flight</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, today %2</source>
        <comment>state, amount of money</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>provider, what is wrong with it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, trouble</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::AwsKeyFields</name>
    <message>
        <source>Access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty keeps the stored one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of temporary keys only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each may be env.NAME for an environment variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as AWS&apos;s own tools choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only if the role asks for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the machine at AWS that Bilrost runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where clients may put and read files, and nowhere else. Several have spaces between them; the first is used where a request names none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role in which Bedrock itself reads and writes these files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ComparisonDialog</name>
    <message>
        <source>Compare two requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set differently: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what, earlier, later</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines only in the later one, %2 only in the earlier one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::DateRangeDialog</name>
    <message>
        <source>Which days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both count, in local time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportDialog</name>
    <message>
        <source>With the bodies: prompts and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The %n selected requests</source>
        <translation>
            <numerusform>The selected request</numerusform>
            <numerusform>The %n selected requests</numerusform>
        </translation>
    </message>
    <message>
        <source>All stored requests that the filter lets through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stored requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAR, for browsers and proxies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file will hold prompts and answers as far as they were stored. Keys are masked in the store already; the file holds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file will hold no prompts and no answers, and no keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stored requests of the selected sessions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportProgress</name>
    <message>
        <source>Writing %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests written to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests were written to %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bodies of %1 of them were not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FirstRunWizard</name>
    <message>
        <source>Set up Bilrost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Bilrost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys stay in the keychain of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys stay in an encrypted file on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that Bilrost can reach. Keys stay in memory until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 steps, about a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip set-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who should answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one provider to begin with. More can be added at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost sends one short request with your key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost checks address, key and models. It costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which tool should use it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your tool one of these addresses in place of the provider&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window shows it as soon as it arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key you entered is not stored yet. You can add a provider later under Providers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost sends one short request.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FoundKeysDialog</name>
    <message>
        <source>Read them from the environment at each start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy them into the key store of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys in the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the keys of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where their values are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key that is copied stays the same when the variable changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyDialog</name>
    <message>
        <source>Key, typed or pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its share among the keys for the same model: 2 gets twice as many requests as 1, and 0 only those that no other key can take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS access key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored key is only sent to the address that it was entered for. Enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of the Entra client, not an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if the server asks for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the files and variables of AWS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application default credentials of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of the service principal, not an access token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyModelsDialog</name>
    <message>
        <source>Asking the provider for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of the key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models but those without a tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only models with a tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not list its models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider lists 1 model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The provider lists %n models.</source>
        <translation>
            <numerusform>The provider lists %n model.</numerusform>
            <numerusform>The provider lists %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyPlaceFields</name>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the Azure resource, or its whole address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not listed is asked for by the model&apos;s own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date, or v1 for the API without dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only to sign in with Microsoft Entra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty takes the project of the service account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty asks the server at the provider&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the workspace, or its name before .cloud.databricks.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only to sign in as a service principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked for as owner/name is your deployment of that name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitDialog</name>
    <message>
        <source>Set the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all requests together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model or an alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpt-5.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its provider names it; or an alias of yours, whatever serves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the provider names it. Empty: all its models together.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitRows</name>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: counted</source>
        <comment>title of a limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count by the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days begin at midnight, weeks on Monday, months on the first; else with the first request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::NewValueDialog</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the only time that the value is shown: Bilrost keeps a hash of it and cannot read it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key, with the address %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is in the keychain. Copy it again from the menu of the key whenever you need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::OwnerDialog</name>
    <message>
        <source>Make the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the team “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual keys join it in their own form, under Belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a team belongs to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its limits count for the keys of the team, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the customer “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams and virtual keys belong to it by their own forms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceDialog</name>
    <message>
        <source>Add a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpt-5.4, or gpt-5* for all that begin so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dollars for a million tokens. What stays empty is as listed. Requests of unknown cost are priced again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, dollars for a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is a number of dollars, such as 2.50.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceUpdateDialog</name>
    <message>
        <source>Update prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list in the form of docs/prices.md, by https, or by http from this computer. Nothing changes before you take it over, and prices of your own stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::RaiseDialog</name>
    <message>
        <source>Allow more for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose limit, the limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit itself stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ResendDialog</name>
    <message>
        <source>Go to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of keys are not stored. Without one it is sent as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent with “%1”. Values of keys are not stored: paste it here to send it with that key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body has %1, too much to be edited here. It is sent as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the beginning of the body was stored. Complete it before you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no JSON from line %1, column %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lists: arrow keys, Enter opens, F6 goes to the next part of the window. Esc closes this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::VirtualKeyDialog</name>
    <message>
        <source>Ends after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only totals, no questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the virtual key “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claude-code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key for each tool shows what each of them uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only these providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May use %1</source>
        <comment>name of a provider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose providers to name the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names with commas between them, as requests name them; * stands for anything. Empty means all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be copied again later. Otherwise it is shown once, and only a hash is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with the next new value: only a hash of the present one is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the value in the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain: only a hash of the value is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a key belongs to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits of a team or customer count for all their keys together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardProviderStep</name>
    <message>
        <source>Test it with one short request, which costs less than $0.001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost calls it at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into the key store of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are made at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test it with one short request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key in the environment variable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read from %1 at each start, and not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardRequestStep</name>
    <message>
        <source>Copy the curl line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost listens at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send one from your tool, or from a terminal. It appears here as it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome. The bridge carries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every request appears in the window like this one, with what was asked, sent and answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived, and it was not answered well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of requests tells why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardTestStep</name>
    <message>
        <source>Change key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key ends in …%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on and solve this later under Providers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardToolStep</name>
    <message>
        <source>OpenAI clients: base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anthropic clients: base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or try it in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the tool insists on a key, any word will do, such as “bilrost”: Bilrost puts your own key in its place. Nothing outside Bilrost is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::ClientListModel</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its settings cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found, not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>program, its state</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::CommandListModel</name>
    <message>
        <source>%1. %2</source>
        <comment>command, its keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::ComparisonModel</name>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, or of no weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::HeaderTableModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n }</source>
        <comment>members of an object</comment>
        <translation>
            <numerusform>{ %n }</numerusform>
            <numerusform>{ %n }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n ]</source>
        <comment>elements of an array</comment>
        <translation>
            <numerusform>[ %n ]</numerusform>
            <numerusform>[ %n ]</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::LimitTableModel</name>
    <message>
        <source>%1: %2, %3 used, %4</source>
        <comment>whose limit, the limit, what is used, state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::OwnerTableModel</name>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n keys, %3</source>
        <comment>name, team or customer, keys, use</comment>
        <translation>
            <numerusform>%1, %2, %n key, %3</numerusform>
            <numerusform>%1, %2, %n keys, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::PriceChangeModel</name>
    <message>
        <source>The list says what is known already: nothing would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone.</source>
        <comment>prices of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own prices go on counting for %1 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a price, its new one</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Other rates are those of long prompts, service tiers and peak hours, and the last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::PriceTableModel</name>
    <message>
        <source>one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>virtual key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● yours: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in two public tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one public table only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published at %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for short prompts at the usual hours and service tier. Others have a price of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the piece</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderHealthModel</name>
    <message numerus="yes">
        <source>%n requests in the last hour</source>
        <translation>
            <numerusform>%n request in the last hour</numerusform>
            <numerusform>%n requests in the last hour</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderKeyModel</name>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until you quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight %1: %2 of the requests that this key can serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <comment>models: allowed, denied</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderModelTable</name>
    <message>
        <source>%1, %2 for a million tokens of input, %3 of output</source>
        <comment>a model, prices</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, no key may be used for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no key may be used for it</source>
        <comment>a model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderTableModel</name>
    <message>
        <source>%1. %2. %3. %4 requests in the last hour, %5 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests, 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors, 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the streams of the last hours began within this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the first of this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::RecentRequestsModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::RequestTableModel</name>
    <message>
        <source>%1, local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats another request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <comment>a column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, newest first</source>
        <comment>a column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <comment>a column</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::RoutingRuleModel</name>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 %3. %4. %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::StreamEventModel</name>
    <message>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::TargetHealthModel</name>
    <message>
        <source>with the next request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when you release it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider limited or refused the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::TimeSlotModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::UsageTableModel</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fresh input, %2 from the cache, %3 written to it, %4 output</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1, without %n try of unknown cost</numerusform>
            <numerusform>%1, without %n tries of unknown cost</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::VirtualKeyTableModel</name>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>use of a limit, its window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, may use %3, %4</source>
        <comment>name, state, models, use</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::BodyTab</name>
    <message>
        <source>Body of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load all of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is shown when the request has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request had no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer had no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON; it is shown as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first %1 were stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer came as a stream; its events are in Stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientsPage</name>
    <message>
        <source>Programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy snippet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known program on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 found programs connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tool needs a virtual key. Paste the value of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any word will do. The value of a virtual key tells tools apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway has no address yet. Start it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines added, %2 removed; all else stays byte for byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what happens to it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written before you apply it. A safety copy is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This brings the files back as they were before Bilrost changed them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored. %1 notices at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written. %1 picks it up at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ConversationTab</name>
    <message>
        <source>Show all parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is shown as soon as the answer begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversation in this request; Request and Response show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the conversation out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 message</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n tool call</numerusform>
            <numerusform>%n tool calls</numerusform>
        </translation>
    </message>
    <message>
        <source>↓ Following the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ Follow the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or F3 goes to the next place, Shift+F3 to the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::DashboardPage</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n in flight</numerusform>
            <numerusform>%1, %n in flight</numerusform>
        </translation>
    </message>
    <message>
        <source>not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only this computer can connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no program can connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other computers can connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tries have no price</source>
        <translation>
            <numerusform>%n try has no price</numerusform>
            <numerusform>%n tries have no price</numerusform>
        </translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message>
        <source>none failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program asks here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point a tool at %1, and its first request appears here as it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key is enough. Local servers such as Ollama need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests per minute, failed ones on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests in the last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::DiagnosticsPage</name>
    <message>
        <source>Save diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is copied or saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys, prompts or answers are in it. This is all that is copied or saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::FoundKeysRow</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose keys of the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment has keys that are not used: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::HeadersTab</name>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: no headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::HealthBoardView</name>
    <message>
        <source>Every target is well. One that fails five times in a row is left alone for a while, then one request tries it again. It is listed here with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold a target of a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold or release the selected target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat the selected target as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if it had never failed: the next request may go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets in trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n left alone</source>
        <translation>
            <numerusform>%n target left alone</numerusform>
            <numerusform>%n targets left alone</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests may go there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not asked until you release it, as long as there is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alias or rule names a target yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::KeyUsePane</name>
    <message>
        <source>Spend today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits and rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>totals only, no content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests, as the capture level says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept of a private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <comment>name of a virtual key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend against the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only totals are kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::LimitsView</name>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the selected limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the selected limit from nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is limited. A limit stops requests in time when more money, requests or tokens would be used than you want: of all tools together, of one provider, model or key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the first limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n limits</source>
        <translation>
            <numerusform>%n limit</numerusform>
            <numerusform>%n limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>, %n used up</numerusform>
            <numerusform>, %n used up</numerusform>
        </translation>
    </message>
    <message>
        <source>Count from nothing again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what was used so far (%2) does not count against the limit any more. Usage keeps it, and the window of the limit ends when it would have.</source>
        <comment>whose limit, what is used of it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit was not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ModelLimitsEditor</name>
    <message>
        <source>For single models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model with its own times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this model&apos;s times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of the provider’s times. A * at the end stands for anything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked, sent, answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request was not sent to a provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tries are shown when the request has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as a stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, session %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per million</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::OwnersView</name>
    <message>
        <source>Teams and customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the selected team or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need neither to use Bilrost by yourself. A team holds several keys under one budget; a customer holds several teams. What their keys use counts for them, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team was not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer was not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::PricesPage</name>
    <message>
        <source>Find a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set own price…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown, %2 of your own; dollars for a million tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price for “%1”. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have set no prices: the list counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price list could be read, so every cost is unknown. Add a price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price was not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stored request got a price by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests got a price: %1 more</source>
        <translation>
            <numerusform>%n request got a price: %1 more</numerusform>
            <numerusform>%n requests got a price: %1 more</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update prices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was compared with others on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list was taken over. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEditor</name>
    <message>
        <source>Groups of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
    <message>
        <source>Running requests keep the old settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without adding the provider?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes would be lost.</source>
        <translation>
            <numerusform>%n change would be lost.</numerusform>
            <numerusform>%n changes would be lost.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network and limits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEssentialsForm</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also ask for one short answer; costs less than $0.001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test what is entered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: Work server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and name a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another host needs its key entered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored key is only sent to %1. Enter the key for the new host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes into the key store of this computer, never into a settings file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small letters, digits, dot and dash. It begins the names of models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used in model names: %1/…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must begin with https:// or http:// and name a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without https, keys and prompts cross the network unencrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first match by model, then by weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Bedrock API key. For an access key with its secret key leave this empty, save, and add it under Keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are made at %1. Yours goes into the key store of this computer, never into a settings file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderExpertForm</name>
    <message>
        <source>Health probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked while the provider is in trouble, so that no request has to find out: “models” for its list of models, or a path such as /health.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that it takes, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths of its own, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests that it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, as “chat_completion” or “embedding”; a stream, as “chat_completion_stream”, is one of its own. Empty means all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line: the request, a colon, and a path or a whole URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not “request: path” and will not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have nothing kept at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the provider keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations and responses go out with “store” switched off, whatever a client says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key stands in the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the key stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for servers that know no other way: others may write addresses down. Bilrost does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To one host of this provider. A request beyond that waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then a connection that carries no request is closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderLineForm</name>
    <message>
        <source>Refuse what finds the line full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be on this computer or in a private network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests. The others wait in line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed only while other computers can reach Bilrost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderModelsSection</name>
    <message>
        <source>Find a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test asks the provider for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 known, %2 may be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderNetworkForm</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two pieces of a stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times, after the first try, before anything was sent to the client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty keeps the stored one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use HTTP/2 where the server offers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted besides the system&apos;s certificates (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone on the way can read your key and your prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server has a certificate of its own, trust that one below instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, “Name: value”. Sent with every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not “Name: value” and will not be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each try doubles the wait up to here, and chance shortens it. What the provider asks for comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a stream. Signs of life do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream within</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the selected provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One field to fill in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers that can be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a provider to start. One key is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n set up</source>
        <translation>
            <numerusform>%n set up</numerusform>
            <numerusform>%n set up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n healthy</source>
        <translation>
            <numerusform>, %n healthy</numerusform>
            <numerusform>, %n healthy</numerusform>
        </translation>
    </message>
    <message>
        <source>, 1 needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n need a look</source>
        <translation>
            <numerusform>, %n needs a look</numerusform>
            <numerusform>, %n need a look</numerusform>
        </translation>
    </message>
    <message>
        <source>Add one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests for “%1/…” fail until this is solved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ProxyInForce</name>
    <message>
        <source>Requests go straight to the provider: a server on this computer is reached without a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go straight to the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go through %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the system for its proxy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go straight to the provider: neither the environment nor the system names a proxy for this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests go through %1, as the environment or the system says.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RawTab</name>
    <message>
        <source>Load all of the bodies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exchange as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of each body are shown. Secrets are masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestColumns</name>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestCommands</name>
    <message>
        <source>It could not be sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and resend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has no request of this session before it. Select two to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be remembered about this request; the filter finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestDetailPane</name>
    <message>
        <source>Select a request to see what was asked, who answered and how long it took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the running request (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request is hidden by the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details of this request could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied without a body: none was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied with the part of the body that was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no error to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the id %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows in the simulator which rules, keys and targets decide about this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its body was not stored as a whole, so it cannot be asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it to this gateway again (Ctrl+R); Ctrl+Shift+R edits it before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the request before it of the same session (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a program with the local address and a placeholder for the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestTimes</name>
    <message>
        <source>All times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests by time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests by time as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 requests · %3 failed · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestToolbar</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the detail (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the list (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new</source>
        <comment>requests that arrived meanwhile</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the list: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the newest requests: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, for example  cost&gt;5c provider:anthropic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the requests (Ctrl+F): words, or conditions such as cost&gt;5c, state:error, is:fallback, joined by and, or, not and brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said is not searched. Settings, “Storage and privacy”, switches that on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 of the stored requests are searched so far)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By time</source>
        <comment>the order of the list that a click brings back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is sorted by a column. Back to the newest requests (End)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the place of the detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request matches. %1 are stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests appear here as they start. Point a tool at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests appear here as they start. Nothing is listening now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests appear here as they start. The gateway is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored requests could not be read: %1. New ones are still shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last request could not be stored. It still went through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored. They still went through.</source>
        <translation>
            <numerusform>The last %n request could not be stored. It still went through.</numerusform>
            <numerusform>The last %n requests could not be stored. They still went through.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last request could not be stored: %1. It still went through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored: %1. They still went through.</source>
        <translation>
            <numerusform>The last %n request could not be stored: %1. It still went through.</numerusform>
            <numerusform>The last %n requests could not be stored: %1. They still went through.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests cannot be stored: %1. They still go through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show requests by time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group requests by session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests, sorted by a column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::ResilienceForm</name>
    <message>
        <source>Start the fallback beside it after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the fallback beside a slow target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first token wins and the other one is cancelled. Models that usually think for longer get more time by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait when asked, up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider that asks for a longer wait (Retry-After) is not waited for: the fallback takes over at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all routes, in force at once. Retries and their waits belong to each provider: Providers, Network and limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request runs again. Where the new answer repeats what the client already has, the stream simply goes on. Where it differs, the client hears of the break, or the target is asked to go on from what the client has: models that refuse that are not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mind how targets fare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws by weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast, cheap and healthy targets with room in their rate limits are drawn more often than their weight says. “Why here?” tells how much.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteCareForm</name>
    <message>
        <source>Patience and care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As for all routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By weight only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By weight and how targets fare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets are drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteEditor</name>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near the budget, go small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: every request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools that ask for this name get a target below. It is in the lists of models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them is drawn for each request, by its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked one after the other, before the client hears of a failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the rules again with the new names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alias needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A target needs its model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fallback needs its model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say for whom the rule is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an alias of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, character %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule was not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteTargetRow</name>
    <message>
        <source>model, as asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallback %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move or remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token of %1 within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not set up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it to another place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::RoutesPage</name>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the simulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases and rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alias such as “medium” lets tools ask for a role, not a model. Make one, and change what answers without touching the tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule does the same for everything that you can say of a request: its tool, a header, the budget that is left. Without both, a request goes to the provider that it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aliases and rules, the first that matches decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es)</source>
        <translation>
            <numerusform>%n alias</numerusform>
            <numerusform>%n aliases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message>
        <source>Health (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard what was not saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule in the editor has changes that are not in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule was not switched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule was not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a saved filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::SelectionSummary</name>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>%n request selected</numerusform>
            <numerusform>%n requests selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count, share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without token counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the two requests (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sessions selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::SettingsPage</name>
    <message>
        <source>Bilrost listens there now. No program on this computer named the port of before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilrost listens there now. These programs still name the port of before: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window changes at once; requests go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Bilrost when I log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off until you ask for it. Off again, nothing of it is left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autostart, login, boot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>autostart, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide, and keep the gateway running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit, and stop the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tray, minimise, exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Like the system” follows the desktop as it changes between light, dark and high contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour, night mode, accessibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url, host, endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listen, address, busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage and privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store of each request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What prompts and answers say is kept only where this says so. A change counts from the next request on; secrets are masked before anything is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capture, body, recording, prompts, logging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.sqlite3 is small and precious; history.sqlite3 may be deleted while Bilrost is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where, files, database, backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain, secrets, vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notification, message, alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider fails or cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider rejects its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request failed because every target had failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A virtual key comes near its budget, or has spent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never more than one in a minute for the same cause, and none while you look at this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running requests go on. Connected programs have to be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiding needs a system tray; without one, closing quits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually only this computer reaches it; --host says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is more, bodies go first and then requests, the oldest of each. The totals of Usage stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses such as https://chat.example.com, with commas between them; * stands for one label. Programs need no entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days that requests are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older ones are deleted with their bodies. Pinned ones stay, and what was used and what it cost stays counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retention, age, delete, clean, trim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most space of stored requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retention, size, disk, space, delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is larger is refused with 413.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body, upload, limit, size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages that may ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only those of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cors, origin, browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make prompts and answers searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full text, index, find, prompt, body, fts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter of the requests then knows text:word. The index takes space in the history; switched off again, it is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the stored requests can be searched; the others follow in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stored requests can be searched: text:word in the filter of the requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1 requests, %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts, answers and figures of each go and cannot be brought back. Pinned requests stay, and so do the totals of Usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests were deleted. The file shrinks in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all stored requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history, size, disk, clear, delete, forget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::SimulatorPane</name>
    <message>
        <source>Request to simulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretend that providers are offline or keys limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a curl command, an HTTP request or a JSON body, and see which rules, keys and targets decide. Nothing is sent to any provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why here, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1 of %2 is limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretend (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::StreamTab</name>
    <message>
        <source>Events of the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events are shown when the request has ended. Conversation follows it live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer came in one piece, not as a stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the events out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ended before its first event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::TimingTab</name>
    <message>
        <source>Timing of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are shown when the request has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured: the request was not sent to a provider.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::UsagePage</name>
    <message>
        <source>Save usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was used in this span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend appears after the first request. Totals stay for ever, also after requests are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ same total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals differ by %1, report this</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answers were cut: at least</source>
        <translation>
            <numerusform>%n answer was cut: at least</numerusform>
            <numerusform>%n answers were cut: at least</numerusform>
        </translation>
    </message>
    <message>
        <source>without what has no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the input read from cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries, not in any sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1, without %n try of unknown cost</numerusform>
            <numerusform>%1, without %n tries of unknown cost</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span before ([)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span after (])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias or model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By configured model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what your tools asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the bars (*.png *.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at this pace about %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures of the charts (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by caching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last %n weeks</source>
        <translation>
            <numerusform>last week</numerusform>
            <numerusform>last %n weeks</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to answer by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed requests by provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to the whole answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no token came from a cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a price of fresh input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What tokens from the cache cost, and would have cost as fresh input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::pages::VirtualKeysPage</name>
    <message>
        <source>Virtual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the selected key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected key a new value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the selected key off or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without keys every program on this computer may use your providers. Make a key for each tool to see and limit what it uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the first virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual key was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give “%1” a new value?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools that have the present value need the new one. You can let the present value work for another day, or end it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the old one for a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the old one now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has no new value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual key was not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the beginning of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message>
        <source>Require a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse requests that show no virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>, %n used up</numerusform>
            <numerusform>, %n used up</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams and customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams and customers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the value…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value cannot be had</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::shell::CommandPalette</name>
    <message>
        <source>%1: %2</source>
        <comment>menu, command</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, command or name; &gt; @ # / narrow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::shell::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n in flight</numerusform>
            <numerusform>%1, %n in flight</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, needs a look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::shell::StateBlock</name>
    <message>
        <source>Copy the address of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::shell::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n in flight</numerusform>
            <numerusform>%n in flight</numerusform>
        </translation>
    </message>
    <message>
        <source>Capture level: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored of each request. A change counts from the next request on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests stored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests not stored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were answered, but the store could not keep up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The requests were answered all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>spent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Without %n tries of unknown cost.</source>
        <translation>
            <numerusform>Without %n try of unknown cost.</numerusform>
            <numerusform>Without %n tries of unknown cost.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent since midnight, local time: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::shell::UndoBar</name>
    <message>
        <source>Provider “%1” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests for “%1/…” are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key “%1” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule “%1” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias “%1” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools that ask for it get an error until something else serves that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual key “%1” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools that show it are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit of %1 deleted</source>
        <comment>an amount and its window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing is refused because of it any more.</source>
        <comment>whose limit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team “%1” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its keys stay, without its limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer “%1” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its teams and keys stay, without its limits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::AttemptBars</name>
    <message>
        <source>%1 %2</source>
        <comment>status and its reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try %1: %2, %3, %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::AttentionList</name>
    <message>
        <source>Nothing needs you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::ChartPanel</name>
    <message>
        <source>Save chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::ExpressionEdit</name>
    <message>
        <source>Names that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::FactsGrid</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::FilterCompletion</name>
    <message>
        <source>What can be written here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::LimitField</name>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::MarkBar</name>
    <message>
        <source>Edit comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned: it stays when old requests are cleared away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::MessageList</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::MinuteBars</name>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: %n request</numerusform>
            <numerusform>%1: %n requests</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the last hour, %1 of them failed</source>
        <translation>
            <numerusform>%n request in the last hour, %1 of them failed</numerusform>
            <numerusform>%n requests in the last hour, %1 of them failed</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::ReadableChart</name>
    <message>
        <source>%1. %2</source>
        <comment>a chart, its current item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n items. The arrow keys go through them.</source>
        <translation>
            <numerusform>%n item. The arrow keys go through them.</numerusform>
            <numerusform>%n items. The arrow keys go through them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::widgets::RequestDelegate</name>
    <message>
        <source>%1 / </source>
        <comment>provider before its model</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::SecretLineEdit</name>
    <message>
        <source>Hide what you typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::SeriesLegend</name>
    <message>
        <source>Series: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::SpendCurveChart</name>
    <message>
        <source>%1: %2</source>
        <comment>a time, an amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop %1</source>
        <comment>an amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn %1</source>
        <comment>an amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>an amount</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::StepChart</name>
    <message>
        <source>%1 %2</source>
        <comment>provider, amount</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing</source>
        <comment>a step of time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::TestStepsView</name>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::TimingBar</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>part of the time, how long</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::UsageCalendar</name>
    <message>
        <source>%1: %2</source>
        <comment>a day, what was used</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
