<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AttentionItems</name>
    <message>
        <source>The gateway is not running</source>
        <translation>Das Gateway läuft nicht</translation>
    </message>
    <message>
        <source>No program reaches it until it listens.</source>
        <translation>Kein Programm erreicht es, bis es lauscht.</translation>
    </message>
    <message>
        <source>Choose a port</source>
        <translation>Port wählen</translation>
    </message>
    <message>
        <source>Requests could not be stored</source>
        <translation>Anfragen konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>%1 requests were not stored. They still went through.</source>
        <translation>%1 Anfragen wurden nicht gespeichert. Beantwortet wurden sie trotzdem.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>%1 of %2 requests of the last hour failed</source>
        <translation>%1 von %2 Anfragen der letzten Stunde scheiterten</translation>
    </message>
    <message>
        <source>No request of the last hour failed</source>
        <translation>Keine Anfrage der letzten Stunde scheiterte</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>Neuen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Open provider</source>
        <translation>Anbieter öffnen</translation>
    </message>
    <message>
        <source>%1 has spent its budget of %2</source>
        <translation>%1 hat sein Budget von %2 verbraucht</translation>
    </message>
    <message>
        <source>%1 has used %2 of its budget</source>
        <translation>%1 hat %2 seines Budgets verbraucht</translation>
    </message>
    <message>
        <source>Its requests are refused</source>
        <translation>Seine Anfragen werden abgelehnt</translation>
    </message>
    <message>
        <source>Its requests are refused; free again %1</source>
        <translation>Seine Anfragen werden abgelehnt; wieder frei %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>Schlüssel öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: %1</source>
        <translation>
            <numerusform>%n Anfrage scheiterte: %1</numerusform>
            <numerusform>%n Anfragen scheiterten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 scheiterte: %2</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>Eine Anfrage</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>Anfrage öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n tries of today have no price</source>
        <translation>
            <numerusform>%n Versuch von heute hat keinen Preis</numerusform>
            <numerusform>%n Versuche von heute haben keinen Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in no sum</source>
        <translation>Sie stehen in keiner Summe</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Preis eintragen</translation>
    </message>
    <message>
        <source>The changed configuration file is not in force</source>
        <translation>Die geänderte Konfigurationsdatei gilt nicht</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>Dieser Rechner ist offline</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>Nur Anbieter auf ihm sind erreichbar. Die anderen werden wieder versucht, wenn das Netz zurück ist.</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose, percent</comment>
        <translation>%1: %2 des Budgets sind verbraucht</translation>
    </message>
    <message>
        <source>%1: %2 of the limit is used</source>
        <comment>whose, percent</comment>
        <translation>%1: %2 der Grenze sind verbraucht</translation>
    </message>
    <message>
        <source>Open limit</source>
        <translation>Grenze öffnen</translation>
    </message>
    <message>
        <source>%1: the budget of %2 is spent</source>
        <comment>whose, an amount</comment>
        <translation>%1: Das Budget von %2 ist aufgebraucht</translation>
    </message>
    <message>
        <source>%1: the limit is used up</source>
        <comment>whose</comment>
        <translation>%1: Die Grenze ist aufgebraucht</translation>
    </message>
</context>
<context>
    <name>ClientFiles</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is too large for settings.</source>
        <translation>%1 ist zu groß für Einstellungen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>%1 is set in the environment, and counts before what is in the file.</source>
        <translation>%1 ist in der Umgebung gesetzt und zählt vor dem, was in der Datei steht.</translation>
    </message>
    <message>
        <source>%1 was changed since; what you see removed goes too.</source>
        <translation>%1 wurde seither geändert; was Sie als entfernt sehen, geht mit verloren.</translation>
    </message>
    <message>
        <source>%1 has changed just now. Nothing was written.</source>
        <translation>%1 hat sich gerade geändert. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The file is not valid JSON at line %1.</source>
        <translation>Die Datei ist in Zeile %1 kein gültiges JSON.</translation>
    </message>
    <message>
        <source>“%1” is not an object in the file.</source>
        <translation>„%1“ ist in der Datei kein Objekt.</translation>
    </message>
    <message>
        <source>The file is not valid TOML at line %1.</source>
        <translation>Die Datei ist in Zeile %1 kein gültiges TOML.</translation>
    </message>
    <message>
        <source>“%1” is written there in a way that Bilrost does not change.</source>
        <translation>„%1“ steht dort in einer Form, die Bilrost nicht ändert.</translation>
    </message>
</context>
<context>
    <name>ComparisonFacts</name>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>Virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Answered model</source>
        <translation>Antwortendes Modell</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabe-Tokens</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>davon aus Cache</translation>
    </message>
    <message>
        <source>Written to the cache</source>
        <translation>In den Cache geschrieben</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabe-Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Größe der Anfrage</translation>
    </message>
    <message>
        <source>Conversion notes</source>
        <translation>Hinweise zur Übersetzung</translation>
    </message>
</context>
<context>
    <name>ConfigurationExport</name>
    <message>
        <source>Export configuration</source>
        <translation>Konfiguration exportieren</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>Konfiguration (*.json)</translation>
    </message>
    <message>
        <source>The configuration was not exported</source>
        <translation>Die Konfiguration wurde nicht exportiert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The configuration is in %1</source>
        <translation>Die Konfiguration steht in %1</translation>
    </message>
    <message>
        <source>It has no secrets. Keys from variables stand in it as env.NAME; a Bilrost that has the other keys keeps them, and elsewhere they have to be entered again.</source>
        <translation>Sie enthält keine Geheimnisse. Schlüssel aus Variablen stehen darin als env.NAME; ein Bilrost, das die übrigen Schlüssel hat, behält sie, anderswo müssen sie neu eingegeben werden.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation>1 Werkzeugaufruf</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n Werkzeugaufruf</numerusform>
            <numerusform>%n Werkzeugaufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier messages</source>
        <translation>
            <numerusform>%n frühere Nachricht</numerusform>
            <numerusform>%n frühere Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Show all: %1</source>
        <translation>Alles anzeigen: %1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Gedankengang</translation>
    </message>
    <message>
        <source>not shown by the provider</source>
        <translation>vom Anbieter nicht offengelegt</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>arguments arriving</source>
        <translation>Argumente treffen ein</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Another part</source>
        <translation>Anderer Teil</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>Cache write, 1 hour</source>
        <translation>In den Cache geschrieben, 1 Stunde</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Audio input</source>
        <translation>Audio-Eingabe</translation>
    </message>
    <message>
        <source>Audio output</source>
        <translation>Audio-Ausgabe</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Pictures read</source>
        <translation>Gelesene Bilder</translation>
    </message>
    <message>
        <source>Pictures made</source>
        <translation>Erzeugte Bilder</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Seconds of sound</source>
        <translation>Sekunden Ton</translation>
    </message>
    <message>
        <source>Characters spoken</source>
        <translation>Gesprochene Zeichen</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Try %1, %2</source>
        <translation>Versuch %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>The cost of %n tries is not known.</source>
        <translation>
            <numerusform>Die Kosten von %n Versuch sind nicht bekannt.</numerusform>
            <numerusform>Die Kosten von %n Versuchen sind nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fresh input</source>
        <translation>Neue Eingabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Aus dem Cache gelesen</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>In den Cache geschrieben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>davon Nachdenken</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>The answer was cut, so this is the least that it cost.</source>
        <translation>Die Antwort wurde abgeschnitten; mindestens so viel hat sie gekostet.</translation>
    </message>
    <message>
        <source>The provider told this cost.</source>
        <translation>Diese Kosten hat der Anbieter genannt.</translation>
    </message>
    <message>
        <source>Price: %1.</source>
        <translation>Preis: %1.</translation>
    </message>
    <message>
        <source>The provider says %1.</source>
        <translation>Der Anbieter sagt %1.</translation>
    </message>
    <message>
        <source>Service tier: %1.</source>
        <translation>Dienststufe: %1.</translation>
    </message>
</context>
<context>
    <name>DisplayFormat</name>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>thousand millions</comment>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 T</source>
        <comment>million millions</comment>
        <translation>%1 Bio.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent; add a space where the language has one</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation>%1 $</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The provider cannot be reached</source>
        <translation>Der Anbieter ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The connection broke before the answer ended</source>
        <translation>Die Verbindung brach vor dem Ende der Antwort ab</translation>
    </message>
    <message>
        <source>The provider did not answer in time</source>
        <translation>Der Anbieter hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The provider&apos;s certificate is not accepted</source>
        <translation>Das Zertifikat des Anbieters wird nicht anerkannt</translation>
    </message>
    <message>
        <source>The proxy refuses or cannot be reached</source>
        <translation>Der Proxy lehnt ab oder ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read</source>
        <translation>Die Antwort des Anbieters ist nicht lesbar</translation>
    </message>
    <message>
        <source>The client ended the connection</source>
        <translation>Der Client hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>Cancelled in this window</source>
        <translation>In diesem Fenster abgebrochen</translation>
    </message>
    <message>
        <source>The request names no model</source>
        <translation>Die Anfrage nennt kein Modell</translation>
    </message>
    <message>
        <source>No provider has this model</source>
        <translation>Kein Anbieter hat dieses Modell</translation>
    </message>
    <message>
        <source>This provider is not set up</source>
        <translation>Dieser Anbieter ist nicht eingerichtet</translation>
    </message>
    <message>
        <source>No key may be used for this model</source>
        <translation>Kein Schlüssel darf für dieses Modell benutzt werden</translation>
    </message>
    <message>
        <source>The key cannot be read or stored</source>
        <translation>Der Schlüssel lässt sich nicht lesen oder ablegen</translation>
    </message>
    <message>
        <source>The store failed</source>
        <translation>Der Speicher hat versagt</translation>
    </message>
    <message>
        <source>Bilrost was about to stop</source>
        <translation>Bilrost wurde gerade beendet</translation>
    </message>
    <message>
        <source>Too many connections at once</source>
        <translation>Zu viele Verbindungen auf einmal</translation>
    </message>
    <message>
        <source>The request is not valid JSON</source>
        <translation>Die Anfrage ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>The request is not valid HTTP</source>
        <translation>Die Anfrage ist kein gültiges HTTP</translation>
    </message>
    <message>
        <source>The provider cannot do this operation</source>
        <translation>Der Anbieter beherrscht diesen Vorgang nicht</translation>
    </message>
    <message>
        <source>The request is packed in an unknown way</source>
        <translation>Die Anfrage ist auf unbekannte Weise gepackt</translation>
    </message>
    <message>
        <source>This virtual key does not exist</source>
        <translation>Diesen virtuellen Schlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>Refused: called under a foreign host name</source>
        <translation>Abgelehnt: unter fremdem Rechnernamen aufgerufen</translation>
    </message>
    <message>
        <source>Refused: called from a foreign web page</source>
        <translation>Abgelehnt: von einer fremden Webseite aufgerufen</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>Die Anfrage ist zu groß</translation>
    </message>
    <message>
        <source>The client was too slow</source>
        <translation>Der Client war zu langsam</translation>
    </message>
    <message>
        <source>The account has no credit left</source>
        <translation>Das Konto hat kein Guthaben mehr</translation>
    </message>
    <message>
        <source>The provider refuses the key</source>
        <translation>Der Anbieter lehnt den Schlüssel ab</translation>
    </message>
    <message>
        <source>The key may not do this</source>
        <translation>Der Schlüssel darf das nicht</translation>
    </message>
    <message>
        <source>The provider does not know this model or address</source>
        <translation>Der Anbieter kennt dieses Modell oder diese Adresse nicht</translation>
    </message>
    <message>
        <source>The request is too large for the provider</source>
        <translation>Die Anfrage ist dem Anbieter zu groß</translation>
    </message>
    <message>
        <source>The provider limits the rate right now</source>
        <translation>Der Anbieter drosselt zurzeit</translation>
    </message>
    <message>
        <source>The provider is overloaded</source>
        <translation>Der Anbieter ist überlastet</translation>
    </message>
    <message>
        <source>The provider failed inside</source>
        <translation>Beim Anbieter ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the two letters of the language of this translation</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, details</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A virtual key is needed</source>
        <translation>Ein virtueller Schlüssel ist nötig</translation>
    </message>
    <message>
        <source>This virtual key is turned off or has expired</source>
        <translation>Dieser virtuelle Schlüssel ist ausgeschaltet oder abgelaufen</translation>
    </message>
    <message>
        <source>The virtual key may not use this model</source>
        <translation>Der virtuelle Schlüssel darf dieses Modell nicht benutzen</translation>
    </message>
    <message>
        <source>The virtual key may not use this provider</source>
        <translation>Der virtuelle Schlüssel darf diesen Anbieter nicht benutzen</translation>
    </message>
    <message>
        <source>A budget is spent</source>
        <translation>Ein Budget ist aufgebraucht</translation>
    </message>
    <message>
        <source>The tokens of a limit are used up</source>
        <translation>Die Token einer Grenze sind verbraucht</translation>
    </message>
    <message>
        <source>The requests of a limit are used up</source>
        <translation>Die Anfragen einer Grenze sind verbraucht</translation>
    </message>
    <message>
        <source>Running requests hold what is left of a limit</source>
        <translation>Laufende Anfragen halten den Rest einer Grenze</translation>
    </message>
</context>
<context>
    <name>FilterLanguage</name>
    <message>
        <source>This bracket closes nothing.</source>
        <translation>Diese Klammer schließt nichts.</translation>
    </message>
    <message>
        <source>Something is missing behind “and”.</source>
        <translation>Hinter „and“ fehlt etwas.</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Hier fehlt etwas.</translation>
    </message>
    <message>
        <source>This bracket is not closed.</source>
        <translation>Diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation>Dieses Anführungszeichen wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>“%1” is no field. Put a text that has “%2” into quotation marks.</source>
        <translation>„%1“ ist kein Feld. Text mit „%2“ gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The value of “%1” is missing.</source>
        <translation>Der Wert von „%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” has no order; write %1:%2.</source>
        <translation>„%1“ hat keine Reihenfolge; %1:%2 schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a value of %2. Write it like %3.</source>
        <translation>„%1“ ist kein Wert von %2. So geht es: %3.</translation>
    </message>
    <message>
        <source>“%1” is no state. There are: %2.</source>
        <translation>„%1“ ist kein Zustand. Es gibt: %2.</translation>
    </message>
    <message>
        <source>A request cannot be “%1”. There are: %2.</source>
        <translation>Eine Anfrage kann nicht „%1“ sein. Es gibt: %2.</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>between words of which one must hold</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>anything</source>
        <translation>irgendetwas</translation>
    </message>
    <message>
        <source>the client</source>
        <translation>der Client</translation>
    </message>
    <message>
        <source>the model that was asked for</source>
        <translation>das gefragte Modell</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>der Anbieter</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>der Schlüssel</translation>
    </message>
    <message>
        <source>the virtual key</source>
        <translation>der virtuelle Schlüssel</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>die Sitzung</translation>
    </message>
    <message>
        <source>the error</source>
        <translation>der Fehler</translation>
    </message>
    <message>
        <source>the id</source>
        <translation>die Kennung</translation>
    </message>
    <message>
        <source>the operation</source>
        <translation>die Operation</translation>
    </message>
    <message>
        <source>the reason of the end</source>
        <translation>der Grund des Endes</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>der Kommentar</translation>
    </message>
    <message>
        <source>the status</source>
        <translation>der Status</translation>
    </message>
    <message>
        <source>the number of tries</source>
        <translation>die Zahl der Versuche</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>der Betrag</translation>
    </message>
    <message>
        <source>the duration</source>
        <translation>die Dauer</translation>
    </message>
    <message>
        <source>the time to the first token</source>
        <translation>die Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>the number of input tokens</source>
        <translation>die Zahl der Eingabe-Token</translation>
    </message>
    <message>
        <source>the number of cached tokens</source>
        <translation>die Zahl der Token aus dem Cache</translation>
    </message>
    <message>
        <source>the number of output tokens</source>
        <translation>die Zahl der Ausgabe-Token</translation>
    </message>
    <message>
        <source>the size of the answer</source>
        <translation>die Größe der Antwort</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>der Zustand</translation>
    </message>
    <message>
        <source>it is a stream</source>
        <translation>sie ist ein Stream</translation>
    </message>
    <message>
        <source>it fell back</source>
        <translation>sie ist ausgewichen</translation>
    </message>
    <message>
        <source>it has no price</source>
        <translation>sie hat keinen Preis</translation>
    </message>
    <message>
        <source>it is pinned</source>
        <translation>sie ist angeheftet</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>field, value</comment>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1 enthält „%2“</translation>
    </message>
    <message>
        <source>%1 is “%2”</source>
        <translation>%1 ist „%2“</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1 ist unter %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1 ist höchstens %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1 ist über %2</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1 ist mindestens %2</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>nicht (%1)</translation>
    </message>
    <message>
        <source>, and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>das Gesagte</translation>
    </message>
</context>
<context>
    <name>LimitRaising</name>
    <message>
        <source>The limit stays as it was</source>
        <translation>Die Grenze bleibt, wie sie war</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Allow more until %1</source>
        <translation>Bis %1 &amp;mehr erlauben</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>an amount</comment>
        <translation>%1 mehr</translation>
    </message>
    <message>
        <source>Another amount or end…</source>
        <translation>Anderer Betrag oder anderes Ende …</translation>
    </message>
    <message>
        <source>Take back what was allowed</source>
        <translation>Erlaubtes zurücknehmen</translation>
    </message>
</context>
<context>
    <name>OwnedLimits</name>
    <message>
        <source>Key %1, only %2</source>
        <comment>name of a virtual key, of a provider</comment>
        <translation>Schlüssel %1, nur %2</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Anbieter %1</translation>
    </message>
    <message>
        <source>Model or alias %1</source>
        <translation>Modell oder Alias %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <comment>name of a virtual key</comment>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>not begun</source>
        <comment>the window of a limit</comment>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a limit that is not used up</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>%1, %2 more until %3</source>
        <comment>state of a limit, an amount, a time</comment>
        <translation>%1, %2 mehr bis %3</translation>
    </message>
</context>
<context>
    <name>PrefixWords</name>
    <message>
        <source>system text</source>
        <translation>Systemtext</translation>
    </message>
    <message>
        <source>text of the user</source>
        <translation>Text des Benutzers</translation>
    </message>
    <message>
        <source>text of the assistant</source>
        <translation>Text des Assistenten</translation>
    </message>
    <message>
        <source>tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>Ablehnung</translation>
    </message>
    <message>
        <source>another part</source>
        <translation>anderer Teil</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>Werkzeug %1</translation>
    </message>
    <message>
        <source>Tool %1, %2</source>
        <translation>Werkzeug %1, %2</translation>
    </message>
    <message>
        <source>System text, block %1</source>
        <translation>Systemtext, Block %1</translation>
    </message>
    <message>
        <source>Message %1, %2</source>
        <translation>Nachricht %1, %2</translation>
    </message>
    <message>
        <source>The later prompt begins with all of the earlier one: about %1 tokens can be read from the cache.</source>
        <translation>Der spätere Prompt beginnt mit dem ganzen früheren: etwa %1 Token können aus dem Cache gelesen werden.</translation>
    </message>
    <message>
        <source>%1: differs from here.</source>
        <translation>%1: ab hier verschieden.</translation>
    </message>
    <message>
        <source>%1: only the earlier request has it.</source>
        <translation>%1: nur in der früheren Anfrage.</translation>
    </message>
    <message>
        <source>%1: only the later request has it.</source>
        <translation>%1: nur in der späteren Anfrage.</translation>
    </message>
    <message>
        <source>About %1 tokens before it can be read from the cache, %2 from it on cannot.</source>
        <translation>Etwa %1 Token davor können aus dem Cache gelesen werden, %2 ab dort nicht.</translation>
    </message>
    <message>
        <source>Another provider answered (%1, then %2): each has a cache of its own.</source>
        <translation>Ein anderer Anbieter hat geantwortet (%1, dann %2): Jeder hat einen eigenen Cache.</translation>
    </message>
    <message>
        <source>Another model answered (%1, then %2): each has a cache of its own.</source>
        <translation>Ein anderes Modell hat geantwortet (%1, dann %2): Jedes hat einen eigenen Cache.</translation>
    </message>
    <message>
        <source>Another key was used (%1, then %2): caches belong to an account.</source>
        <translation>Ein anderer Schlüssel wurde benutzt (%1, dann %2): Caches gehören zu einem Konto.</translation>
    </message>
    <message>
        <source>Thinking or the choice of tools was set differently: Anthropic then reads no message from the cache.</source>
        <translation>Nachdenken oder Werkzeugwahl war anders eingestellt: Anthropic liest dann keine Nachricht aus dem Cache.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes lie between them; most caches are kept for five.</source>
        <translation>
            <numerusform>%n Minute liegt dazwischen; die meisten Caches halten fünf.</numerusform>
            <numerusform>%n Minuten liegen dazwischen; die meisten Caches halten fünf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>address and key</source>
        <translation>Adresse und Schlüssel</translation>
    </message>
    <message>
        <source>on port %1</source>
        <translation>auf Port %1</translation>
    </message>
    <message>
        <source>key needed</source>
        <translation>Schlüssel nötig</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>Any Anthropic-compatible</source>
        <translation>Anthropic-kompatibel</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a picture (%1)</source>
        <translation>ein Bild (%1)</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>eine Sekunde</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>ein Zeichen</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>eine Suche</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a picture, its price</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a picture and its price, its new price</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>ProviderTest</name>
    <message>
        <source> It said: “%1”</source>
        <translation> Er meldet: „%1“</translation>
    </message>
    <message>
        <source> You can make a new one at %1.</source>
        <translation> Einen neuen können Sie unter %1 erstellen.</translation>
    </message>
    <message>
        <source>The key is right, but its account has no credit left. Add credit at the provider.</source>
        <translation>Der Schlüssel stimmt, aber sein Konto hat kein Guthaben mehr. Laden Sie es beim Anbieter auf.</translation>
    </message>
    <message>
        <source>The key was refused (401). Check that it is complete.</source>
        <translation>Der Schlüssel wurde abgelehnt (401). Prüfen Sie, ob er vollständig ist.</translation>
    </message>
    <message>
        <source>The key is known, but may not do this (403). Check its permissions and region.</source>
        <translation>Der Schlüssel ist bekannt, darf dies aber nicht (403). Prüfen Sie seine Rechte und seine Region.</translation>
    </message>
    <message>
        <source>The provider does not have this model (404). Choose one of the listed models.</source>
        <translation>Der Anbieter hat dieses Modell nicht (404). Wählen Sie eines der aufgelisteten Modelle.</translation>
    </message>
    <message>
        <source>The address answers, but not with this API (404). Check the address.</source>
        <translation>Die Adresse antwortet, aber nicht mit dieser API (404). Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The provider limits the rate of this key right now (429). Try again in a moment.</source>
        <translation>Der Anbieter drosselt diesen Schlüssel gerade (429). Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The provider has a problem of its own (%1). Try again later.</source>
        <translation>Der Anbieter hat selbst ein Problem (%1). Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The provider refused the request (%1).</source>
        <translation>Der Anbieter hat die Anfrage abgelehnt (%1).</translation>
    </message>
    <message>
        <source>This provider does not list its models.</source>
        <translation>Dieser Anbieter listet seine Modelle nicht auf.</translation>
    </message>
    <message>
        <source>The provider answered, but without any text.</source>
        <translation>Der Anbieter hat geantwortet, aber ohne Text.</translation>
    </message>
    <message>
        <source>No key is needed.</source>
        <translation>Es ist kein Schlüssel nötig.</translation>
    </message>
    <message>
        <source>The address answers, but not with a list of models. Check that it is the API&apos;s address and not a web page.</source>
        <translation>Die Adresse antwortet, aber nicht mit einer Modellliste. Prüfen Sie, ob es die Adresse der API ist und keine Webseite.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no model to ask. Load a model in the server, or name one.</source>
        <translation>Es gibt kein Modell für die Anfrage. Laden Sie eines im Server oder geben Sie eines an.</translation>
    </message>
    <message>
        <source>, TLS, HTTP/2</source>
        <translation>, TLS, HTTP/2</translation>
    </message>
    <message>
        <source>, TLS</source>
        <translation>, TLS</translation>
    </message>
    <message>
        <source>. This computer&apos;s clock differs by %1 s; set it right.</source>
        <translation>. Die Uhr dieses Rechners geht um %1 s falsch; bitte stellen Sie sie richtig.</translation>
    </message>
    <message>
        <source>This server asks for a key (401), and none is set up. Add one and test again.</source>
        <translation>Dieser Server verlangt einen Schlüssel (401), und es ist keiner eingerichtet. Fügen Sie einen hinzu und testen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Only an answer shows whether the key is right. Ask for a short answer.</source>
        <translation>Ob der Schlüssel stimmt, zeigt hier nur eine Antwort. Fragen Sie nach einer kurzen.</translation>
    </message>
    <message>
        <source>, through the proxy %1 of the environment or the system</source>
        <translation>, über den Proxy %1 aus der Umgebung oder vom System</translation>
    </message>
    <message>
        <source>, through the proxy %1 of this provider</source>
        <translation>, über den Proxy %1 dieses Anbieters</translation>
    </message>
    <message>
        <source>No model is asked in a test: each takes an input of its own.</source>
        <translation>Im Test wird kein Modell gefragt: Jedes nimmt eine eigene Eingabe.</translation>
    </message>
</context>
<context>
    <name>ProviderWords</name>
    <message>
        <source>Not used yet</source>
        <translation>Noch nicht verwendet</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Cooling down</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>ohne Schlüssel</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers with errors</source>
        <translation>Antwortet mit Fehlern</translation>
    </message>
</context>
<context>
    <name>RequestComparison</name>
    <message>
        <source>The body of one of them was not stored.</source>
        <translation>Der Inhalt einer der beiden wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>They are of different dialects, so nothing of their prompts is the same.</source>
        <translation>Sie sprechen verschiedene Dialekte; ihre Prompts haben nichts gemeinsam.</translation>
    </message>
    <message>
        <source>This operation has no prompt.</source>
        <translation>Diese Operation hat keinen Prompt.</translation>
    </message>
    <message>
        <source>The body of one of them was stored in part only.</source>
        <translation>Der Inhalt einer der beiden wurde nur zum Teil gespeichert.</translation>
    </message>
    <message>
        <source>No prompt can be read in one of them.</source>
        <translation>In einer der beiden ist kein Prompt zu lesen.</translation>
    </message>
</context>
<context>
    <name>RequestDetailView</name>
    <message>
        <source>This operation has no conversation.</source>
        <translation>Diese Operation hat keine Unterhaltung.</translation>
    </message>
    <message>
        <source>Only totals were stored.</source>
        <translation>Es wurden nur Kennzahlen gespeichert.</translation>
    </message>
</context>
<context>
    <name>RequestText</name>
    <message>
        <source>%1 · %2</source>
        <comment>status, reason</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>client left after 1 token</source>
        <translation>Client ging nach 1 Token</translation>
    </message>
    <message numerus="yes">
        <source>client left after %n tokens</source>
        <translation>
            <numerusform>Client ging nach %n Token</numerusform>
            <numerusform>Client ging nach %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>client left during the answer</source>
        <translation>Client ging während der Antwort</translation>
    </message>
    <message>
        <source>client left before the answer</source>
        <translation>Client ging vor der Antwort</translation>
    </message>
    <message>
        <source>stream cut at 1 token</source>
        <translation>Abriss nach 1 Token</translation>
    </message>
    <message numerus="yes">
        <source>stream cut at %n tokens</source>
        <translation>
            <numerusform>Abriss nach %n Token</numerusform>
            <numerusform>Abriss nach %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>stream cut</source>
        <translation>Stream abgerissen</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>Anbieter</translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed tries</source>
        <translation>
            <numerusform>Antwort von %1 nach %n Fehlversuch</numerusform>
            <numerusform>Antwort von %1 nach %n Fehlversuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 after 1 failed try</source>
        <translation>Antwort von %1 nach 1 Fehlversuch</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Refused before it was sent</source>
        <translation>Vor dem Senden abgelehnt</translation>
    </message>
    <message>
        <source>%1 refused the request (%2)</source>
        <translation>%1 hat die Anfrage abgelehnt (%2)</translation>
    </message>
    <message>
        <source>No provider answered</source>
        <translation>Kein Anbieter hat geantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed after %n tries</source>
        <translation>
            <numerusform>%1: nach %n Versuch gescheitert</numerusform>
            <numerusform>%1: nach %n Versuchen gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: gescheitert</translation>
    </message>
    <message>
        <source>waiting, try %1</source>
        <translation>wartet, Versuch %1</translation>
    </message>
    <message>
        <source>waiting for first token</source>
        <translation>wartet auf erstes Token</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>streamt</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
    <message>
        <source>Streaming from %1</source>
        <translation>Streamt von %1</translation>
    </message>
    <message>
        <source>Rate limited by %1</source>
        <translation>Von %1 gedrosselt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The stream from %1 was cut</source>
        <translation>Der Stream von %1 ist abgerissen</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider / model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>A client</source>
        <translation>Ein Client</translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <translation>%1 fragte %2</translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation>%1 ist für %2 eingesprungen</translation>
    </message>
    <message>
        <source>1 try, %1</source>
        <translation>1 Versuch, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries, %1</source>
        <translation>
            <numerusform>%n Versuch, %1</numerusform>
            <numerusform>%n Versuche, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message>
        <source>as asked for</source>
        <translation>wie angefragt</translation>
    </message>
    <message>
        <source>, then %1</source>
        <translation>, dann %1</translation>
    </message>
    <message>
        <source>for the virtual key %1</source>
        <translation>für den virtuellen Schlüssel %1</translation>
    </message>
    <message>
        <source>for the team %1</source>
        <translation>für das Team %1</translation>
    </message>
    <message>
        <source>for the customer %1</source>
        <translation>für den Kunden %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Held by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Serves, but failed just now</source>
        <translation>Antwortet, schlug aber eben fehl</translation>
    </message>
    <message>
        <source>Not asked for now</source>
        <translation>Wird vorerst nicht gefragt</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation>Wird gerade wieder versucht</translation>
    </message>
    <message>
        <source>can be used</source>
        <translation>kann benutzt werden</translation>
    </message>
    <message>
        <source>is turned off</source>
        <translation>ist ausgeschaltet</translation>
    </message>
    <message>
        <source>must not use this model</source>
        <translation>ist für dieses Modell gesperrt</translation>
    </message>
    <message>
        <source>may not use this model</source>
        <translation>gilt nicht für dieses Modell</translation>
    </message>
    <message>
        <source>is not the one that is named</source>
        <translation>ist nicht der genannte</translation>
    </message>
    <message>
        <source>has no value that can be read</source>
        <translation>hat keinen lesbaren Wert</translation>
    </message>
    <message>
        <source>was tried before</source>
        <translation>wurde schon versucht</translation>
    </message>
    <message>
        <source>rests for %1</source>
        <translation>ruht noch %1</translation>
    </message>
    <message>
        <source>is not permitted to the virtual key</source>
        <translation>ist dem virtuellen Schlüssel nicht erlaubt</translation>
    </message>
    <message>
        <source>does not know this alias</source>
        <translation>kennt diesen Alias nicht</translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>Without a session</source>
        <translation>Ohne Sitzung</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last request</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>cost</comment>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>Open, Left closes it</source>
        <translation>Offen, Links schließt sie</translation>
    </message>
    <message>
        <source>Closed, Right opens it</source>
        <translation>Geschlossen, Rechts öffnet sie</translation>
    </message>
</context>
<context>
    <name>SpendCurve</name>
    <message>
        <source>Nothing limits what this key spends.</source>
        <translation>Nichts begrenzt, was dieser Schlüssel ausgibt.</translation>
    </message>
    <message>
        <source>The budget is spent. Requests are refused until %1.</source>
        <translation>Das Budget ist aufgebraucht. Anfragen werden bis %1 abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing of the budget is spent.</source>
        <translation>Vom Budget ist nichts verbraucht.</translation>
    </message>
    <message>
        <source>The budget begins anew at %1.</source>
        <translation>Das Budget beginnt um %1 neu.</translation>
    </message>
    <message>
        <source>At this pace %1 are spent when the budget begins anew at %2.</source>
        <translation>So weiter sind %1 ausgegeben, wenn das Budget um %2 neu beginnt.</translation>
    </message>
    <message>
        <source>At this pace the budget is spent at about %1. Requests are then refused until %2.</source>
        <translation>So weiter ist das Budget etwa um %1 aufgebraucht. Anfragen werden dann bis %2 abgelehnt.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
</context>
<context>
    <name>StateBlock</name>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
</context>
<context>
    <name>StateShape</name>
    <message>
        <source>In flight</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Streamt</translation>
    </message>
    <message>
        <source>Ok</source>
        <translation>Ok</translation>
    </message>
    <message>
        <source>Client error</source>
        <translation>Clientfehler</translation>
    </message>
    <message>
        <source>Upstream error</source>
        <translation>Anbieterfehler</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Cancelled by client</source>
        <translation>Vom Client abgebrochen</translation>
    </message>
    <message>
        <source>Broken stream</source>
        <translation>Stream abgerissen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Storing no bodies</source>
        <translation>Speichert keine Inhalte</translation>
    </message>
    <message>
        <source>Storing bodies of errors</source>
        <translation>Speichert Inhalte bei Fehlern</translation>
    </message>
    <message>
        <source>Storing everything</source>
        <translation>Speichert alles</translation>
    </message>
    <message>
        <source>Keys in the system keychain</source>
        <translation>Schlüssel im Schlüsselbund</translation>
    </message>
    <message>
        <source>Keys in an encrypted file</source>
        <translation>Schlüssel in verschlüsselter Datei</translation>
    </message>
    <message>
        <source>Keys in memory only</source>
        <translation>Schlüssel nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
</context>
<context>
    <name>StepWriter</name>
    <message>
        <source>The client gets an error</source>
        <translation>Der Client bekommt einen Fehler</translation>
    </message>
    <message>
        <source>Client asks for no model</source>
        <translation>Der Client nennt kein Modell</translation>
    </message>
    <message>
        <source>Client asks for %1</source>
        <translation>Der Client fragt nach %1</translation>
    </message>
    <message>
        <source>Virtual key %1</source>
        <translation>Virtueller Schlüssel %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not for this caller</source>
        <translation>nicht für diesen Aufrufer</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Rule %1, asked again</source>
        <translation>Regel %1, erneut gefragt</translation>
    </message>
    <message>
        <source>Matches every request</source>
        <translation>Trifft auf jede Anfrage zu</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>Geht an %1</translation>
    </message>
    <message>
        <source>%1: as before in this session</source>
        <translation>%1: wie bisher in dieser Sitzung</translation>
    </message>
    <message>
        <source>%1: %2, drawn</source>
        <translation>%1: %2, gezogen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No rule decides</source>
        <translation>Keine Regel entscheidet</translation>
    </message>
    <message>
        <source>The request goes where it asks to go.</source>
        <translation>Die Anfrage geht dorthin, wohin sie will.</translation>
    </message>
    <message>
        <source>No provider is known for this name</source>
        <translation>Für diesen Namen ist kein Anbieter bekannt</translation>
    </message>
    <message>
        <source>%1 takes the name</source>
        <translation>%1 übernimmt den Namen</translation>
    </message>
    <message>
        <source>Key %1, as before in this session</source>
        <translation>Schlüssel %1, wie bisher in dieser Sitzung</translation>
    </message>
    <message>
        <source>Key %1, drawn with a chance of %2</source>
        <translation>Schlüssel %1, gezogen mit einer Chance von %2</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Key %1 could be drawn too, %2</source>
        <translation>Auch Schlüssel %1 könnte gezogen werden, %2</translation>
    </message>
    <message>
        <source>Key %1 %2</source>
        <translation>Schlüssel %1 %2</translation>
    </message>
    <message>
        <source>With the caller&apos;s own sign-in</source>
        <translation>Mit der eigenen Anmeldung des Aufrufers</translation>
    </message>
    <message>
        <source>first token within %1</source>
        <translation>erstes Token binnen %1</translation>
    </message>
    <message>
        <source>answer within %1</source>
        <translation>Antwort binnen %1</translation>
    </message>
    <message>
        <source>silence at most %1</source>
        <translation>Stille höchstens %1</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>1 Wiederholung</translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n Wiederholung</numerusform>
            <numerusform>%n Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>Grenzen: %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>steht bereit</translation>
    </message>
    <message>
        <source>Asked when the one above does not answer</source>
        <translation>Wird gefragt, wenn das Ziel darüber nicht antwortet</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>übergangen</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht nutzbar</translation>
    </message>
    <message>
        <source>After a wait of %1: %2</source>
        <translation>Nach einer Wartezeit von %1: %2</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>Wenn es schiefgeht</translation>
    </message>
    <message>
        <source>Nothing else is tried: there are no retries and no fallback.</source>
        <translation>Sonst wird nichts versucht: Es gibt weder Wiederholungen noch ein Ersatzziel.</translation>
    </message>
    <message>
        <source>A wait that the provider asks for is kept up to %1.</source>
        <translation>Eine Wartezeit, die der Anbieter verlangt, wird bis %1 eingehalten.</translation>
    </message>
    <message>
        <source>Without a first token after %1 the next target starts beside it.</source>
        <translation>Ohne erstes Token nach %1 startet das nächste Ziel daneben.</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt.</source>
        <translation>Ein Strom, der abbricht, geht aus einem anderen Versuch weiter.</translation>
    </message>
    <message>
        <source>connection within %1</source>
        <translation>Verbindung binnen %1</translation>
    </message>
    <message>
        <source>first byte within %1</source>
        <translation>erstes Byte binnen %1</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt, which may be given what the client has.</source>
        <translation>Ein Strom, der abbricht, geht mit einem anderen Versuch weiter, dem mitgegeben werden kann, was der Client schon hat.</translation>
    </message>
    <message>
        <source>The stream is held back to its end.</source>
        <translation>Der Strom wird bis zu seinem Ende zurückgehalten.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n tokens are held back.</source>
        <translation>
            <numerusform>Das erste Token wird zurückgehalten.</numerusform>
            <numerusform>Die ersten %n Token werden zurückgehalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestStepsView</name>
    <message>
        <source>Address reached</source>
        <translation>Adresse erreicht</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Schlüssel angenommen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation>Modelle aufgelistet</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>One short answer streamed</source>
        <translation>Eine kurze Antwort gestreamt</translation>
    </message>
    <message>
        <source>One short answer</source>
        <translation>Eine kurze Antwort</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>TimeSlots</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: %n Anfrage</numerusform>
            <numerusform>%1: %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 gescheitert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>no provider</source>
        <translation>kein Anbieter</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>fresh input</source>
        <translation>neue Eingabe</translation>
    </message>
    <message>
        <source>read from cache</source>
        <translation>aus dem Cache gelesen</translation>
    </message>
    <message>
        <source>written to cache</source>
        <translation>in den Cache geschrieben</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>UsageRange</name>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>VirtualKeyWords</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>everything, with rules</source>
        <translation>alles, mit Regeln</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>pro Woche</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>pro Monat</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>pro Quartal</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>pro Jahr</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>money</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount of money, a day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 tokens %2</source>
        <comment>number, a day</comment>
        <translation>%1 Token %2</translation>
    </message>
    <message>
        <source>%1 requests %2</source>
        <comment>number, a day</comment>
        <translation>%1 Anfragen %2</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <comment>a day</comment>
        <translation>Abgelaufen %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Spent, until %1</source>
        <comment>a time</comment>
        <translation>Aufgebraucht bis %1</translation>
    </message>
    <message>
        <source>Used up, until %1</source>
        <comment>a time</comment>
        <translation>Verbraucht bis %1</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>percent</comment>
        <translation>%1 verbraucht</translation>
    </message>
    <message>
        <source>Active, old value until %1</source>
        <comment>a time</comment>
        <translation>Aktiv, alter Wert bis %1</translation>
    </message>
    <message>
        <source>Active, private</source>
        <translation>Aktiv, privat</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>eine Sekunde</translation>
    </message>
    <message numerus="yes">
        <source>every %n seconds</source>
        <translation>
            <numerusform>alle %n Sekunden</numerusform>
            <numerusform>alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>alle %n Minuten</numerusform>
            <numerusform>alle %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>alle %n Stunden</numerusform>
            <numerusform>alle %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>alle %n Tage</numerusform>
            <numerusform>alle %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>alle %n Wochen</numerusform>
            <numerusform>alle %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>alle %n Monate</numerusform>
            <numerusform>alle %n Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n quarters</source>
        <translation>
            <numerusform>alle %n Quartale</numerusform>
            <numerusform>alle %n Quartale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>alle %n Jahre</numerusform>
            <numerusform>alle %n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about %2 by %3</source>
        <comment>use of a limit, amount, a time</comment>
        <translation>%1, etwa %2 bis %3</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <comment>use of a limit, amount at its end</comment>
        <translation>%1, etwa %2</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Bilrost cannot start</source>
        <translation>Bilrost kann nicht starten</translation>
    </message>
</context>
<context>
    <name>app::GatewayHost</name>
    <message>
        <source>Demo (OpenAI dialect)</source>
        <translation>Demo (OpenAI-Dialekt)</translation>
    </message>
    <message>
        <source>Demo (Anthropic dialect)</source>
        <translation>Demo (Anthropic-Dialekt)</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>%1 – Bilrost</source>
        <translation>%1 – Bilrost</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Gateway anhalten</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>Bilrost quits when the running requests have ended (%1)</source>
        <translation>Bilrost wird beendet, sobald die laufenden Anfragen fertig sind (%1)</translation>
    </message>
    <message>
        <source>New requests are not taken any more.</source>
        <translation>Neue Anfragen werden nicht mehr angenommen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>No request can be answered until the gateway has a port.</source>
        <translation>Ohne Port kann das Gateway keine Anfrage beantworten.</translation>
    </message>
    <message>
        <source>Keep the gateway running?</source>
        <translation>Gateway weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>Hidden, Bilrost goes on answering requests and stays in the system tray. Quitting stops the gateway.</source>
        <translation>Ausgeblendet beantwortet Bilrost weiterhin Anfragen und bleibt im Infobereich. Beenden hält das Gateway an.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do this every time</source>
        <translation>Immer so verfahren</translation>
    </message>
    <message>
        <source>This desktop has no system tray</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich</translation>
    </message>
    <message>
        <source>Bilrost cannot hide there. Minimised, it goes on answering requests. Quitting stops the gateway. From now on, closing the window quits.</source>
        <translation>Bilrost kann sich dort nicht ausblenden. Minimiert beantwortet es weiterhin Anfragen. Beenden hält das Gateway an. Von nun an beendet das Schließen des Fensters Bilrost.</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>Minimieren</translation>
    </message>
    <message>
        <source>1 request is in flight</source>
        <translation>1 Anfrage läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are in flight</source>
        <translation>
            <numerusform>%n Anfrage läuft</numerusform>
            <numerusform>%n Anfragen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting now cuts them off. Waiting takes no new requests and quits when the last one has ended.</source>
        <translation>Sofortiges Beenden bricht sie ab. Beim Warten werden keine neuen Anfragen angenommen, und Bilrost wird nach der letzten beendet.</translation>
    </message>
    <message>
        <source>Wait, then quit</source>
        <translation>Warten, dann beenden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add provider</source>
        <translation>&amp;Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Set &amp;up Bilrost…</source>
        <translation>Bilrost ein&amp;richten…</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>A&amp;nfrage</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Store of each request</source>
        <translation>Von jeder Anfrage &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Bilrost</source>
        <translation>Ü&amp;ber Bilrost</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Bilrost %1</source>
        <translation>Bilrost %1</translation>
    </message>
    <message>
        <source>A gateway on this computer between your tools and the AI providers.
Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>Ein Gateway auf diesem Rechner zwischen Ihren Werkzeugen und den KI-Anbietern.
Freie Software unter der GNU General Public License, Version 3 oder neuer. Erstellt mit Qt %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;New virtual key…</source>
        <translation>&amp;Neuer virtueller Schlüssel …</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl finden …</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>virtual key</source>
        <translation>virtueller Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Export configuration…</source>
        <translation>Konfiguration e&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Delete this request?</source>
        <translation>Diese Anfrage löschen?</translation>
    </message>
    <message>
        <source>Delete %1 requests?</source>
        <translation>%1 Anfragen löschen?</translation>
    </message>
    <message>
        <source>Prompts and answers go with it and cannot be brought back. What was used and what it cost stays counted.</source>
        <translation>Prompts und Antworten gehen mit und lassen sich nicht zurückholen. Was verbraucht wurde und was es kostete, bleibt gezählt.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>%1 rejects its key</source>
        <translation>%1 lehnt seinen Schlüssel ab</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 fällt aus</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 antwortet wieder</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: no target was left</source>
        <translation>
            <numerusform>%n Anfrage scheiterte: kein Ziel war übrig</numerusform>
            <numerusform>%n Anfragen scheiterten: kein Ziel war übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>A request failed: no target was left</source>
        <translation>Eine Anfrage scheiterte: kein Ziel war übrig</translation>
    </message>
    <message>
        <source>%1: the budget is spent</source>
        <comment>whose budget</comment>
        <translation>%1: Das Budget ist aufgebraucht</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose budget, percent</comment>
        <translation>%1: %2 des Budgets sind verbraucht</translation>
    </message>
</context>
<context>
    <name>ui::TrayIcon</name>
    <message>
        <source>Open Bilrost</source>
        <translation>Bilrost öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Bilrost, stopped</source>
        <translation>Bilrost, angehalten</translation>
    </message>
    <message>
        <source>Bilrost, starting on %1</source>
        <translation>Bilrost, startet auf %1</translation>
    </message>
    <message>
        <source>Bilrost, not running</source>
        <translation>Bilrost, läuft nicht</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n Anfrage läuft</numerusform>
            <numerusform>%1, %n Anfragen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation>%1, im Leerlauf</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>bitte prüfen</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Gateway anhalten</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message>
        <source>%1, today %2</source>
        <comment>state, amount of money</comment>
        <translation>%1, heute %2</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Clients…</source>
        <translation>Clients …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>provider, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, trouble</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::AwsKeyFields</name>
    <message>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Sitzungstoken</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Empty keeps the stored one</source>
        <translation>Leer behält den gespeicherten</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>Leer behält den mit Ende …%1</translation>
    </message>
    <message>
        <source>of temporary keys only</source>
        <translation>nur bei temporären Schlüsseln</translation>
    </message>
    <message>
        <source>Each may be env.NAME for an environment variable.</source>
        <translation>Jedes darf env.NAME für eine Umgebungsvariable sein.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>as AWS&apos;s own tools choose</source>
        <translation>wie die Werkzeuge von AWS wählen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>Externe ID</translation>
    </message>
    <message>
        <source>only if the role asks for one</source>
        <translation>nur, wenn die Rolle eine verlangt</translation>
    </message>
    <message>
        <source>Session name</source>
        <translation>Sitzungsname</translation>
    </message>
    <message>
        <source>Ask the machine at AWS that Bilrost runs on</source>
        <translation>Den Rechner bei AWS fragen, auf dem Bilrost läuft</translation>
    </message>
    <message>
        <source>Batch files</source>
        <translation>Batch-Dateien</translation>
    </message>
    <message>
        <source>Batch role</source>
        <translation>Batch-Rolle</translation>
    </message>
    <message>
        <source>Where clients may put and read files, and nowhere else. Several have spaces between them; the first is used where a request names none.</source>
        <translation>Wo Clients Dateien ablegen und lesen dürfen, und sonst nirgends. Mehrere werden durch Leerzeichen getrennt; der erste gilt, wenn eine Anfrage keinen nennt.</translation>
    </message>
    <message>
        <source>The role in which Bedrock itself reads and writes these files.</source>
        <translation>Die Rolle, in der Bedrock selbst diese Dateien liest und schreibt.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ComparisonDialog</name>
    <message>
        <source>Compare two requests</source>
        <translation>Zwei Anfragen vergleichen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Set differently: %1.</source>
        <translation>Anders eingestellt: %1.</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what, earlier, later</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation>Keine Zeile ist verschieden.</translation>
    </message>
    <message>
        <source>%1 lines only in the later one, %2 only in the earlier one</source>
        <translation>%1 Zeilen nur in der späteren, %2 nur in der früheren</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::DateRangeDialog</name>
    <message>
        <source>Which days</source>
        <translation>Welche Tage</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Both count, in local time.</source>
        <translation>Beide zählen mit, in Ortszeit.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportDialog</name>
    <message>
        <source>With the bodies: prompts and answers</source>
        <translation>Mit den Inhalten: Prompts und Antworten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected requests</source>
        <translation>
            <numerusform>Die ausgewählte Anfrage</numerusform>
            <numerusform>Die %n ausgewählten Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>All stored requests that the filter lets through</source>
        <translation>Alle gespeicherten Anfragen, die der Filter durchlässt</translation>
    </message>
    <message>
        <source>All stored requests</source>
        <translation>Alle gespeicherten Anfragen</translation>
    </message>
    <message>
        <source>HAR, for browsers and proxies</source>
        <translation>HAR, für Browser und Proxys</translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation>JSON Lines, für Programme</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The file will hold prompts and answers as far as they were stored. Keys are masked in the store already; the file holds none.</source>
        <translation>Die Datei enthält Prompts und Antworten, soweit sie gespeichert wurden. Schlüssel sind schon im Speicher unkenntlich gemacht; die Datei enthält keine.</translation>
    </message>
    <message>
        <source>The file will hold no prompts and no answers, and no keys.</source>
        <translation>Die Datei enthält weder Prompts noch Antworten und keine Schlüssel.</translation>
    </message>
    <message>
        <source>All stored requests of the selected sessions</source>
        <translation>Alle gespeicherten Anfragen der ausgewählten Sitzungen</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportProgress</name>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message>
        <source>%1 requests written to %2</source>
        <translation>%1 Anfragen in %2 geschrieben</translation>
    </message>
    <message>
        <source>%1 requests were written to %2 (%3).</source>
        <translation>%1 Anfragen wurden in %2 geschrieben (%3).</translation>
    </message>
    <message>
        <source>The bodies of %1 of them were not stored.</source>
        <translation>Von %1 davon wurde der Inhalt nicht gespeichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FirstRunWizard</name>
    <message>
        <source>Set up Bilrost</source>
        <translation>Bilrost einrichten</translation>
    </message>
    <message>
        <source>Welcome to Bilrost</source>
        <translation>Willkommen bei Bilrost</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>First request</source>
        <translation>Erste Anfrage</translation>
    </message>
    <message>
        <source>Keys stay in the keychain of this computer.</source>
        <translation>Schlüssel bleiben im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Keys stay in an encrypted file on this computer.</source>
        <translation>Schlüssel bleiben in einer verschlüsselten Datei auf diesem Rechner.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Bilrost can reach. Keys stay in memory until you quit.</source>
        <translation>Bilrost erreicht auf diesem Rechner keinen Schlüsselbund. Schlüssel bleiben bis zum Beenden im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>4 steps, about a minute</source>
        <translation>4 Schritte, etwa eine Minute</translation>
    </message>
    <message>
        <source>Skip set-up</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Who should answer?</source>
        <translation>Wer soll antworten?</translation>
    </message>
    <message>
        <source>Choose one provider to begin with. More can be added at any time.</source>
        <translation>Wählen Sie für den Anfang einen Anbieter. Weitere lassen sich jederzeit hinzufügen.</translation>
    </message>
    <message>
        <source>Does it answer?</source>
        <translation>Antwortet er?</translation>
    </message>
    <message>
        <source>Bilrost sends one short request with your key.</source>
        <translation>Bilrost sendet eine kurze Anfrage mit Ihrem Schlüssel.</translation>
    </message>
    <message>
        <source>Bilrost checks address, key and models. It costs nothing.</source>
        <translation>Bilrost prüft Adresse, Schlüssel und Modelle. Das kostet nichts.</translation>
    </message>
    <message>
        <source>Which tool should use it?</source>
        <translation>Welches Werkzeug soll ihn nutzen?</translation>
    </message>
    <message>
        <source>Give your tool one of these addresses in place of the provider&apos;s own.</source>
        <translation>Tragen Sie in Ihrem Werkzeug eine dieser Adressen statt der des Anbieters ein.</translation>
    </message>
    <message>
        <source>The first request</source>
        <translation>Die erste Anfrage</translation>
    </message>
    <message>
        <source>This window shows it as soon as it arrives.</source>
        <translation>Dieses Fenster zeigt sie, sobald sie eintrifft.</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Trotzdem weiter</translation>
    </message>
    <message>
        <source>Skip the test</source>
        <translation>Test überspringen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertigstellen</translation>
    </message>
    <message>
        <source>Finish without it</source>
        <translation>Ohne Anfrage fertigstellen</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>erster Schlüssel</translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <translation>Einrichtung verlassen?</translation>
    </message>
    <message>
        <source>The key you entered is not stored yet. You can add a provider later under Providers.</source>
        <translation>Der eingegebene Schlüssel ist noch nicht gespeichert. Sie können später unter „Anbieter“ einen Anbieter hinzufügen.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Bilrost sends one short request.</source>
        <translation>Bilrost schickt eine kurze Anfrage.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FoundKeysDialog</name>
    <message>
        <source>Read them from the environment at each start</source>
        <translation>Bei jedem Start aus der Umgebung lesen</translation>
    </message>
    <message>
        <source>Copy them into the key store of this computer</source>
        <translation>In den Schlüsselspeicher dieses Rechners kopieren</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Keys in the environment</source>
        <translation>Schlüssel in der Umgebung</translation>
    </message>
    <message>
        <source>Use the keys of</source>
        <translation>Diese Schlüssel verwenden</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>Where their values are</source>
        <translation>Wo ihre Werte stehen</translation>
    </message>
    <message>
        <source>A key that is copied stays the same when the variable changes.</source>
        <translation>Ein kopierter Schlüssel bleibt, wie er ist, wenn sich die Variable ändert.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyDialog</name>
    <message>
        <source>Key, typed or pasted</source>
        <translation>Schlüssel, eingetippt oder eingefügt</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>Aus einer Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>Leer behält den mit Ende …%1</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>Umgebungsvariable</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Edit the key “%1”</source>
        <translation>Schlüssel „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Its share among the keys for the same model: 2 gets twice as many requests as 1, and 0 only those that no other key can take.</source>
        <translation>Sein Anteil unter den Schlüsseln für dasselbe Modell: 2 bekommt doppelt so viele Anfragen wie 1, und 0 nur die, die kein anderer Schlüssel übernehmen kann.</translation>
    </message>
    <message>
        <source>AWS access key</source>
        <translation>AWS-Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means all.</source>
        <translation>Namen mit Kommas dazwischen; * steht für Beliebiges. Leer heißt alle.</translation>
    </message>
    <message>
        <source>name of the variable</source>
        <translation>Name der Variablen</translation>
    </message>
    <message>
        <source>The stored key is only sent to the address that it was entered for. Enter it again.</source>
        <translation>Der gespeicherte Schlüssel geht nur an die Adresse, für die er eingegeben wurde. Geben Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>The secret of the Entra client, not an API key.</source>
        <translation>Das Geheimnis des Entra-Clients, kein API-Schlüssel.</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>Die JSON-Datei eines Dienstkontos, ganz eingefügt, oder ein API-Schlüssel.</translation>
    </message>
    <message>
        <source>Only if the server asks for one.</source>
        <translation>Nur, wenn der Server einen verlangt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means none.</source>
        <translation>Namen mit Kommas dazwischen; * steht für alles. Leer heißt keine.</translation>
    </message>
    <message>
        <source>From the files and variables of AWS</source>
        <translation>Aus den Dateien und Variablen von AWS</translation>
    </message>
    <message>
        <source>Application default credentials of this computer</source>
        <translation>Standardanmeldedaten für Anwendungen auf diesem Computer</translation>
    </message>
    <message>
        <source>The secret of the service principal, not an access token.</source>
        <translation>Das Geheimnis des Dienstprinzipals, kein Zugriffstoken.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyModelsDialog</name>
    <message>
        <source>Asking the provider for its models…</source>
        <translation>Der Anbieter wird nach seinen Modellen gefragt …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Models of the key “%1”</source>
        <translation>Modelle des Schlüssels „%1“</translation>
    </message>
    <message>
        <source>All models but those without a tick</source>
        <translation>Alle Modelle außer denen ohne Haken</translation>
    </message>
    <message>
        <source>Only models with a tick</source>
        <translation>Nur Modelle mit Haken</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Verwendet für</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>The provider does not list its models.</source>
        <translation>Der Anbieter listet seine Modelle nicht auf.</translation>
    </message>
    <message>
        <source>The provider lists 1 model.</source>
        <translation>Der Anbieter listet 1 Modell auf.</translation>
    </message>
    <message numerus="yes">
        <source>The provider lists %n models.</source>
        <translation>
            <numerusform>Der Anbieter listet %n Modell auf.</numerusform>
            <numerusform>Der Anbieter listet %n Modelle auf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyPlaceFields</name>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>The name of the Azure resource, or its whole address.</source>
        <translation>Der Name der Azure-Ressource oder ihre ganze Adresse.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Bereitstellungen</translation>
    </message>
    <message>
        <source>What is not listed is asked for by the model&apos;s own name.</source>
        <translation>Was hier fehlt, wird unter dem Namen des Modells gefragt.</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>A date, or v1 for the API without dates.</source>
        <translation>Ein Datum, oder v1 für die API ohne Datum.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>only to sign in with Microsoft Entra</source>
        <translation>nur zum Anmelden mit Microsoft Entra</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Empty takes the project of the service account.</source>
        <translation>Leer gilt das Projekt des Dienstkontos.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Empty asks the server at the provider&apos;s address.</source>
        <translation>Leer wird der Server unter der Adresse des Anbieters gefragt.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>The address of the workspace, or its name before .cloud.databricks.com.</source>
        <translation>Die Adresse des Arbeitsbereichs oder sein Name vor .cloud.databricks.com.</translation>
    </message>
    <message>
        <source>only to sign in as a service principal</source>
        <translation>nur zur Anmeldung als Dienstprinzipal</translation>
    </message>
    <message>
        <source>Models are deployments</source>
        <translation>Modelle sind Bereitstellungen</translation>
    </message>
    <message>
        <source>What is asked for as owner/name is your deployment of that name.</source>
        <translation>Was als Besitzer/Name verlangt wird, ist die eigene Bereitstellung dieses Namens.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitDialog</name>
    <message>
        <source>Set the limit</source>
        <translation>Grenze setzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Neue Grenze</translation>
    </message>
    <message>
        <source>Edit the limit</source>
        <translation>Grenze bearbeiten</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>all requests together</source>
        <translation>alle Anfragen zusammen</translation>
    </message>
    <message>
        <source>a provider</source>
        <translation>einen Anbieter</translation>
    </message>
    <message>
        <source>a model or an alias</source>
        <translation>ein Modell oder einen Alias</translation>
    </message>
    <message>
        <source>a virtual key</source>
        <translation>einen virtuellen Schlüssel</translation>
    </message>
    <message>
        <source>a team</source>
        <translation>ein Team</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>einen Kunden</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>Für wen sie gilt</translation>
    </message>
    <message>
        <source>gpt-5.4</source>
        <translation>gpt-5.4</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welchen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>As its provider names it; or an alias of yours, whatever serves it.</source>
        <translation>So, wie der Anbieter es nennt; oder einer Ihrer Aliasse, was ihn auch bedient.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>As the provider names it. Empty: all its models together.</source>
        <translation>So, wie der Anbieter es nennt. Leer: alle seine Modelle zusammen.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitRows</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1: counted</source>
        <comment>title of a limit</comment>
        <translation>%1: gezählt</translation>
    </message>
    <message>
        <source>Count by the calendar</source>
        <translation>Nach dem Kalender zählen</translation>
    </message>
    <message>
        <source>Days begin at midnight, weeks on Monday, months on the first; else with the first request.</source>
        <translation>Tage beginnen um Mitternacht, Wochen am Montag, Monate am Ersten; sonst mit der ersten Anfrage.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::NewValueDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The value of “%1”</source>
        <translation>Der Wert von „%1“</translation>
    </message>
    <message>
        <source>This is the only time that the value is shown: Bilrost keeps a hash of it and cannot read it back.</source>
        <translation>Der Wert wird nur dieses eine Mal gezeigt: Bilrost behält einen Hash davon und kann ihn nicht zurücklesen.</translation>
    </message>
    <message>
        <source>Value of the virtual key</source>
        <translation>Wert des virtuellen Schlüssels</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key.</source>
        <translation>Geben Sie ihn einem Werkzeug anstelle des Schlüssels eines Anbieters.</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key, with the address %1.</source>
        <translation>Geben Sie ihn einem Werkzeug anstelle des Schlüssels eines Anbieters, mit der Adresse %1.</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Ich habe ihn abgelegt</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>The value is in the keychain. Copy it again from the menu of the key whenever you need it.</source>
        <translation>Der Wert liegt im Schlüsselbund. Sie können ihn jederzeit aus dem Menü des Schlüssels erneut kopieren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::OwnerDialog</name>
    <message>
        <source>Make the team</source>
        <translation>Team anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
    <message>
        <source>Edit the team “%1”</source>
        <translation>Team „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Virtual keys join it in their own form, under Belongs to.</source>
        <translation>Virtuelle Schlüssel treten ihm in ihrem eigenen Formular bei, unter „Gehört zu“.</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a team belongs to</comment>
        <translation>niemandem</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Its limits count for the keys of the team, too.</source>
        <translation>Seine Grenzen gelten auch für die Schlüssel des Teams.</translation>
    </message>
    <message>
        <source>Make the customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Edit the customer “%1”</source>
        <translation>Kunden „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Teams and virtual keys belong to it by their own forms.</source>
        <translation>Teams und virtuelle Schlüssel werden ihm in ihren eigenen Formularen zugeordnet.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceDialog</name>
    <message>
        <source>Add a price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation>Preis ändern</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Every provider</source>
        <translation>Jeder Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>gpt-5.4, or gpt-5* for all that begin so</source>
        <translation>gpt-5.4, oder gpt-5* für alle, die so beginnen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>In den Cache geschrieben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Dollars for a million tokens. What stays empty is as listed. Requests of unknown cost are priced again.</source>
        <translation>Dollar für eine Million Token. Was leer bleibt, kostet wie in der Liste. Anfragen mit unbekannten Kosten werden neu berechnet.</translation>
    </message>
    <message>
        <source>%1, dollars for a million tokens</source>
        <translation>%1, Dollar für eine Million Token</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie in der Liste</translation>
    </message>
    <message>
        <source>A price is a number of dollars, such as 2.50.</source>
        <translation>Ein Preis ist eine Zahl von Dollar, etwa 2,50.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceUpdateDialog</name>
    <message>
        <source>Update prices</source>
        <translation>Preise aktualisieren</translation>
    </message>
    <message>
        <source>A list in the form of docs/prices.md, by https, or by http from this computer. Nothing changes before you take it over, and prices of your own stay.</source>
        <translation>Eine Liste in der Form von docs/prices.md, über https, oder über http von diesem Rechner. Nichts ändert sich, bevor Sie sie übernehmen, und eigene Preise bleiben.</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Nach Änderungen sehen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>Was die Liste ändern würde</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>Die Liste wird geholt …</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::RaiseDialog</name>
    <message>
        <source>Allow more for a while</source>
        <translation>Für eine Weile mehr erlauben</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose limit, the limit</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The limit itself stays as it is.</source>
        <translation>Die Grenze selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Erlauben</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ResendDialog</name>
    <message>
        <source>Go to it</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Values of keys are not stored. Without one it is sent as it came.</source>
        <translation>Werte von Schlüsseln werden nicht gespeichert. Ohne einen wird die Anfrage gesendet, wie sie kam.</translation>
    </message>
    <message>
        <source>It was sent with “%1”. Values of keys are not stored: paste it here to send it with that key again.</source>
        <translation>Sie wurde mit „%1“ gesendet. Werte von Schlüsseln werden nicht gespeichert: Hier einfügen, um sie wieder mit diesem Schlüssel zu senden.</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>Virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The body has %1, too much to be edited here. It is sent as it was.</source>
        <translation>Der Inhalt hat %1, zu viel, um ihn hier zu bearbeiten. Er wird gesendet, wie er war.</translation>
    </message>
    <message>
        <source>Only the beginning of the body was stored. Complete it before you send it.</source>
        <translation>Nur der Anfang des Inhalts wurde gespeichert. Vor dem Senden vervollständigen.</translation>
    </message>
    <message>
        <source>This is no JSON from line %1, column %2 on.</source>
        <translation>Ab Zeile %1, Spalte %2 ist das kein JSON.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>In lists: arrow keys, Enter opens, F6 goes to the next part of the window. Esc closes this.</source>
        <translation>In Listen: Pfeiltasten, Eingabe öffnet, F6 führt zum nächsten Teil des Fensters. Esc schließt dies.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::VirtualKeyDialog</name>
    <message>
        <source>Ends after</source>
        <translation>Endet nach dem</translation>
    </message>
    <message>
        <source>Keep only totals, no questions and answers</source>
        <translation>Nur Summen behalten, keine Fragen und Antworten</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>Neuer virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Edit the virtual key “%1”</source>
        <translation>Virtuellen Schlüssel „%1“ bearbeiten</translation>
    </message>
    <message>
        <source>claude-code</source>
        <translation>claude-code</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>One key for each tool shows what each of them uses.</source>
        <translation>Ein Schlüssel für jedes Werkzeug zeigt, was jedes von ihnen verbraucht.</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Darf benutzen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>jeden Anbieter</translation>
    </message>
    <message>
        <source>only these providers</source>
        <translation>nur diese Anbieter</translation>
    </message>
    <message>
        <source>May use %1</source>
        <comment>name of a provider</comment>
        <translation>Darf %1 benutzen</translation>
    </message>
    <message>
        <source>Choose providers to name the models.</source>
        <translation>Wählen Sie Anbieter, um Modelle zu nennen.</translation>
    </message>
    <message>
        <source>Names with commas between them, as requests name them; * stands for anything. Empty means all.</source>
        <translation>Namen mit Kommas dazwischen, so wie Anfragen sie nennen; * steht für Beliebiges. Leer heißt alle.</translation>
    </message>
    <message>
        <source>It can be copied again later. Otherwise it is shown once, and only a hash is kept.</source>
        <translation>Er kann dann später erneut kopiert werden. Sonst wird er einmal gezeigt, und nur ein Hash bleibt.</translation>
    </message>
    <message>
        <source>Begins with the next new value: only a hash of the present one is kept.</source>
        <translation>Gilt ab dem nächsten neuen Wert: Vom jetzigen ist nur ein Hash vorhanden.</translation>
    </message>
    <message>
        <source>Delete it then</source>
        <translation>Danach löschen</translation>
    </message>
    <message>
        <source>Keep the value in the keychain</source>
        <translation>Wert im Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>There is no keychain: only a hash of the value is kept.</source>
        <translation>Es gibt keinen Schlüsselbund: Vom Wert bleibt nur ein Hash.</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a key belongs to</comment>
        <translation>niemandem</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>The limits of a team or customer count for all their keys together.</source>
        <translation>Die Grenzen eines Teams oder Kunden gelten für alle seine Schlüssel zusammen.</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardProviderStep</name>
    <message>
        <source>Test it with one short request, which costs less than $0.001</source>
        <translation>Mit einer kurzen Anfrage testen; kostet weniger als 0,001 $</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation>Wo Schlüssel erstellt werden</translation>
    </message>
    <message>
        <source>Your key of %1</source>
        <translation>Ihr Schlüssel von %1</translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation>%1 braucht keinen Schlüssel</translation>
    </message>
    <message>
        <source>Bilrost calls it at %1.</source>
        <translation>Bilrost ruft ihn unter %1 auf.</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer.</source>
        <translation>Er wird im Schlüsselspeicher dieses Rechners abgelegt.</translation>
    </message>
    <message>
        <source>Keys are made at %1.</source>
        <translation>Schlüssel werden unter %1 erstellt.</translation>
    </message>
    <message>
        <source>Test it with one short request</source>
        <translation>Mit einer kurzen Anfrage testen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Use the key in the environment variable %1</source>
        <translation>Den Schlüssel in der Umgebungsvariablen %1 verwenden</translation>
    </message>
    <message>
        <source>It is read from %1 at each start, and not stored.</source>
        <translation>Er wird bei jedem Start aus %1 gelesen und nicht gespeichert.</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>Die JSON-Datei eines Dienstkontos, ganz eingefügt, oder ein API-Schlüssel.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardRequestStep</name>
    <message>
        <source>Copy the curl line</source>
        <translation>curl-Zeile kopieren</translation>
    </message>
    <message>
        <source>Waiting for the first request</source>
        <translation>Wartet auf die erste Anfrage</translation>
    </message>
    <message>
        <source>Bilrost listens at %1</source>
        <translation>Bilrost lauscht auf %1</translation>
    </message>
    <message>
        <source>Send one from your tool, or from a terminal. It appears here as it starts.</source>
        <translation>Senden Sie eine aus Ihrem Werkzeug oder aus einem Terminal. Sie erscheint hier, sobald sie beginnt.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>There it is.</source>
        <translation>Da ist sie.</translation>
    </message>
    <message>
        <source>The answer is on its way.</source>
        <translation>Die Antwort ist unterwegs.</translation>
    </message>
    <message>
        <source>Welcome. The bridge carries.</source>
        <translation>Willkommen. Die Brücke trägt.</translation>
    </message>
    <message>
        <source>Every request appears in the window like this one, with what was asked, sent and answered.</source>
        <translation>Jede Anfrage erscheint wie diese im Fenster, mit dem, was gefragt, gesendet und geantwortet wurde.</translation>
    </message>
    <message>
        <source>It arrived, and it was not answered well.</source>
        <translation>Sie ist angekommen, wurde aber nicht richtig beantwortet.</translation>
    </message>
    <message>
        <source>The list of requests tells why.</source>
        <translation>Die Liste der Anfragen nennt den Grund.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardTestStep</name>
    <message>
        <source>Change key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>key ends in …%1</source>
        <translation>Schlüssel endet auf …%1</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>You can go on and solve this later under Providers.</source>
        <translation>Sie können fortfahren und dies später unter „Anbieter“ lösen.</translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation>Schlüssel aus %1</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardToolStep</name>
    <message>
        <source>OpenAI clients: base URL</source>
        <translation>OpenAI-Clients: Basisadresse</translation>
    </message>
    <message>
        <source>Anthropic clients: base URL</source>
        <translation>Anthropic-Clients: Basisadresse</translation>
    </message>
    <message>
        <source>Or try it in a terminal</source>
        <translation>Oder im Terminal ausprobieren</translation>
    </message>
    <message>
        <source>If the tool insists on a key, any word will do, such as “bilrost”: Bilrost puts your own key in its place. Nothing outside Bilrost is changed.</source>
        <translation>Besteht das Werkzeug auf einem Schlüssel, genügt ein beliebiges Wort wie „bilrost“: Bilrost setzt Ihren eigenen Schlüssel an seine Stelle. Außerhalb von Bilrost wird nichts geändert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
</context>
<context>
    <name>ui::models::ClientListModel</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Asks %1</source>
        <translation>Fragt %1</translation>
    </message>
    <message>
        <source>Its settings cannot be read</source>
        <translation>Seine Einstellungen sind nicht lesbar</translation>
    </message>
    <message>
        <source>Found, not connected</source>
        <translation>Gefunden, nicht verbunden</translation>
    </message>
    <message>
        <source>Not found on this computer</source>
        <translation>Auf diesem Rechner nicht gefunden</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>program, its state</comment>
        <translation>%1. %2.</translation>
    </message>
</context>
<context>
    <name>ui::models::CommandListModel</name>
    <message>
        <source>%1. %2</source>
        <comment>command, its keys</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ui::models::ComparisonModel</name>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>the same, or of no weight</source>
        <translation>gleich oder ohne Gewicht</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>ui::models::HeaderTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
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
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>ui::models::LimitTableModel</name>
    <message>
        <source>%1: %2, %3 used, %4</source>
        <comment>whose limit, the limit, what is used, state</comment>
        <translation>%1: %2, %3 verbraucht, %4</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>Beginnt neu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>ui::models::OwnerTableModel</name>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n keys, %3</source>
        <comment>name, team or customer, keys, use</comment>
        <translation>
            <numerusform>%1, %2, %n Schlüssel, %3</numerusform>
            <numerusform>%1, %2, %n Schlüssel, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceChangeModel</name>
    <message>
        <source>The list says what is known already: nothing would change.</source>
        <translation>Die Liste sagt, was schon bekannt ist: Nichts würde sich ändern.</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone.</source>
        <comment>prices of a list</comment>
        <translation>%1 neu, %2 geändert, %3 entfallen.</translation>
    </message>
    <message>
        <source>Your own prices go on counting for %1 of them.</source>
        <translation>Für %1 davon gelten weiter Ihre eigenen Preise.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a price, its new one</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>your own counts</source>
        <translation>Ihr eigener gilt</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>other rates</source>
        <translation>andere Sätze</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>entfallen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>jedes Modell</translation>
    </message>
    <message>
        <source>%1. Other rates are those of long prompts, service tiers and peak hours, and the last day.</source>
        <translation>%1. Andere Sätze sind die langer Eingaben, von Dienststufen und Spitzenzeiten, und der letzte Tag.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>Anbieter und Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceTableModel</name>
    <message>
        <source>one key</source>
        <translation>ein Schlüssel</translation>
    </message>
    <message>
        <source>virtual key %1</source>
        <translation>virtueller Schlüssel %1</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>jeder Anbieter</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie in der Liste</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>● yours</source>
        <translation>● Ihrer</translation>
    </message>
    <message>
        <source>● yours: %1</source>
        <translation>● Ihrer: %1</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>jedes Modell</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>Liste vom %1</translation>
    </message>
    <message>
        <source>The same in two public tables.</source>
        <translation>In zwei öffentlichen Tabellen gleich.</translation>
    </message>
    <message>
        <source>In one public table only.</source>
        <translation>Nur in einer öffentlichen Tabelle.</translation>
    </message>
    <message>
        <source>Published at %1. %2</source>
        <translation>Veröffentlicht unter %1. %2</translation>
    </message>
    <message>
        <source>%1 for short prompts at the usual hours and service tier. Others have a price of their own.</source>
        <translation>%1 für kurze Eingaben zu den üblichen Zeiten und in der üblichen Dienststufe. Andere haben einen eigenen Preis.</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>Anbieter und Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>In den Cache geschrieben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>by the piece</source>
        <translation>nach Stück</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderHealthModel</name>
    <message numerus="yes">
        <source>%n requests in the last hour</source>
        <translation>
            <numerusform>%n Anfrage in der letzten Stunde</numerusform>
            <numerusform>%n Anfragen in der letzten Stunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderKeyModel</name>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>Until you quit</source>
        <translation>Bis zum Beenden</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet auf</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>Weight %1: %2 of the requests that this key can serve</source>
        <translation>Gewicht %1: %2 der Anfragen, die dieser Schlüssel bedienen kann</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <comment>models: allowed, denied</comment>
        <translation>%1 außer %2</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderModelTable</name>
    <message>
        <source>%1, %2 for a million tokens of input, %3 of output</source>
        <comment>a model, prices</comment>
        <translation>%1, %2 für eine Million Eingabetoken, %3 für Ausgabetoken</translation>
    </message>
    <message>
        <source>, no key may be used for it</source>
        <translation>, kein Schlüssel darf dafür benutzt werden</translation>
    </message>
    <message>
        <source>%1: no key may be used for it</source>
        <comment>a model</comment>
        <translation>%1: Kein Schlüssel darf dafür benutzt werden</translation>
    </message>
    <message>
        <source>For a million tokens</source>
        <translation>Für eine Million Token</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderTableModel</name>
    <message>
        <source>%1. %2. %3. %4 requests in the last hour, %5 failed.</source>
        <translation>%1. %2. %3. %4 Anfragen in der letzten Stunde, %5 gescheitert.</translation>
    </message>
    <message>
        <source>In the last hour</source>
        <translation>In der letzten Stunde</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Requests, 1 h</source>
        <translation>Anfragen, 1 h</translation>
    </message>
    <message>
        <source>Errors, 1 h</source>
        <translation>Fehler, 1 h</translation>
    </message>
    <message>
        <source>Half of the streams of the last hours began within this time</source>
        <translation>Die Hälfte der Streams der letzten Stunden begann in dieser Zeit</translation>
    </message>
    <message>
        <source>Since the first of this month</source>
        <translation>Seit dem Ersten dieses Monats</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
</context>
<context>
    <name>ui::models::RecentRequestsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Bedient von</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>ui::models::RequestTableModel</name>
    <message>
        <source>%1, local time</source>
        <translation>%1, Ortszeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Bedient von</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Pinned.</source>
        <translation>Angeheftet.</translation>
    </message>
    <message>
        <source>Repeats another request.</source>
        <translation>Wiederholt eine andere Anfrage.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>This request is being read.</source>
        <translation>Diese Anfrage wird gerade gelesen.</translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <comment>a column</comment>
        <translation>%1, kleinste zuerst</translation>
    </message>
    <message>
        <source>%1, newest first</source>
        <comment>a column</comment>
        <translation>%1, neueste zuerst</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <comment>a column</comment>
        <translation>%1, größte zuerst</translation>
    </message>
</context>
<context>
    <name>ui::models::RoutingRuleModel</name>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>%1. %2 %3. %4. %5</source>
        <translation>%1. %2 %3. %4. %5</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>Wird übergangen: %1</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>jede Anfrage</translation>
    </message>
</context>
<context>
    <name>ui::models::StreamEventModel</name>
    <message>
        <source>Offset</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation>Seit vorigem</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>ui::models::TargetHealthModel</name>
    <message>
        <source>with the next request</source>
        <translation>mit der nächsten Anfrage</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>when you release it</source>
        <translation>wenn Sie es freigeben</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 / all models</source>
        <translation>%1 / alle Modelle</translation>
    </message>
    <message>
        <source>Key rests</source>
        <translation>Schlüssel ruht</translation>
    </message>
    <message>
        <source>The provider limited or refused the key.</source>
        <translation>Der Anbieter hat den Schlüssel begrenzt oder abgelehnt.</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>ui::models::TimeSlotModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>ui::models::UsageTableModel</name>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed</source>
        <translation>%1 Anfragen, davon %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 fresh input, %2 from the cache, %3 written to it, %4 output</source>
        <translation>%1 neue Eingabe, %2 aus dem Cache, %3 in ihn geschrieben, %4 Ausgabe</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1, ohne %n Versuch mit unbekannten Kosten</numerusform>
            <numerusform>%1, ohne %n Versuche mit unbekannten Kosten</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>ui::models::VirtualKeyTableModel</name>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>use of a limit, its window</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, may use %3, %4</source>
        <comment>name, state, models, use</comment>
        <translation>%1, %2, darf %3 benutzen, %4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Darf benutzen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>ui::pages</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::pages::BodyTab</name>
    <message>
        <source>Body of the request</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Inhalt der Antwort</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>Im Inhalt suchen</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Load all of the body</source>
        <translation>Ganzen Inhalt laden</translation>
    </message>
    <message>
        <source>The body is shown when the request has ended.</source>
        <translation>Der Inhalt wird angezeigt, wenn die Anfrage beendet ist.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>Es wurden nur Kennzahlen gespeichert: Der damalige Speicherumfang ließ die Inhalte aus.</translation>
    </message>
    <message>
        <source>The request had no body.</source>
        <translation>Die Anfrage hatte keinen Inhalt.</translation>
    </message>
    <message>
        <source>The answer had no body.</source>
        <translation>Die Antwort hatte keinen Inhalt.</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Angezeigt werden die ersten %1 von %2.</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>Alle %1 laden</translation>
    </message>
    <message>
        <source>This is not valid JSON; it is shown as text.</source>
        <translation>Dies ist kein gültiges JSON; es wird als Text angezeigt.</translation>
    </message>
    <message>
        <source>Only the first %1 were stored.</source>
        <translation>Nur die ersten %1 wurden gespeichert.</translation>
    </message>
    <message>
        <source>The answer came as a stream; its events are in Stream.</source>
        <translation>Die Antwort kam als Stream; ihre Ereignisse stehen unter „Stream“.</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Expand below</source>
        <translation>Darunter aufklappen</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Zuklappen</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientsPage</name>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Copy snippet</source>
        <translation>Textstück kopieren</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Was geschrieben würde</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>No known program on this computer</source>
        <translation>Kein bekanntes Programm auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 of %2 found programs connected</source>
        <translation>%1 von %2 gefundenen Programmen verbunden</translation>
    </message>
    <message>
        <source>Every tool needs a virtual key. Paste the value of one.</source>
        <translation>Jedes Werkzeug braucht einen virtuellen Schlüssel. Fügen Sie den Wert eines solchen ein.</translation>
    </message>
    <message>
        <source>Any word will do. The value of a virtual key tells tools apart.</source>
        <translation>Jedes Wort genügt. Der Wert eines virtuellen Schlüssels unterscheidet die Werkzeuge.</translation>
    </message>
    <message>
        <source>The gateway has no address yet. Start it first.</source>
        <translation>Das Gateway hat noch keine Adresse. Starten Sie es zuerst.</translation>
    </message>
    <message>
        <source>goes again</source>
        <translation>verschwindet wieder</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>neue Datei</translation>
    </message>
    <message>
        <source>%1 lines added, %2 removed; all else stays byte for byte</source>
        <translation>%1 Zeilen neu, %2 entfernt; alles andere bleibt Byte für Byte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what happens to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is left to write.</source>
        <translation>Es bleibt nichts zu schreiben.</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Auf %1 anwenden</translation>
    </message>
    <message>
        <source>Nothing is written before you apply it. A safety copy is kept.</source>
        <translation>Nichts wird geschrieben, bevor Sie es anwenden. Eine Sicherheitskopie bleibt.</translation>
    </message>
    <message>
        <source>This brings the files back as they were before Bilrost changed them.</source>
        <translation>Das bringt die Dateien so zurück, wie sie waren, bevor Bilrost sie geändert hat.</translation>
    </message>
    <message>
        <source>Restored. %1 notices at its next start.</source>
        <translation>Wiederhergestellt. %1 merkt es beim nächsten Start.</translation>
    </message>
    <message>
        <source>Written. %1 picks it up at its next start.</source>
        <translation>Geschrieben. %1 übernimmt es beim nächsten Start.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
</context>
<context>
    <name>ui::pages::ConversationTab</name>
    <message>
        <source>Show all parts</source>
        <translation>Alle Teile anzeigen</translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation>%1 bis zum ersten Token</translation>
    </message>
    <message>
        <source>The conversation is shown as soon as the answer begins.</source>
        <translation>Die Unterhaltung wird angezeigt, sobald die Antwort beginnt.</translation>
    </message>
    <message>
        <source>There is no conversation in this request; Request and Response show it.</source>
        <translation>Diese Anfrage enthält keine Unterhaltung; „Anfrage“ und „Antwort“ zeigen sie.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the conversation out.</source>
        <translation>Es wurden nur Kennzahlen gespeichert: Der damalige Speicherumfang ließ die Unterhaltung aus.</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation>1 Werkzeugaufruf</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n Werkzeugaufruf</numerusform>
            <numerusform>%n Werkzeugaufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>↓ Following the stream</source>
        <translation>↓ Folgt dem Stream</translation>
    </message>
    <message>
        <source>↓ Follow the stream</source>
        <translation>↓ Dem Stream folgen</translation>
    </message>
    <message>
        <source>Following the stream</source>
        <translation>Folgt dem Stream</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>Dem Stream folgen</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 ein</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>%1 aus Cache</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>In der Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Enter or F3 goes to the next place, Shift+F3 to the one before</source>
        <translation>Eingabe oder F3 geht zur nächsten Stelle, Umschalt+F3 zur vorigen</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>in 1 part</source>
        <translation>in 1 Teil</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>in %1 Teilen</translation>
    </message>
</context>
<context>
    <name>ui::pages::DashboardPage</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n läuft</numerusform>
            <numerusform>%1, %n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>lauscht nicht</translation>
    </message>
    <message>
        <source>only this computer can connect</source>
        <translation>nur dieser Computer kann sich verbinden</translation>
    </message>
    <message>
        <source>no program can connect</source>
        <translation>kein Programm kann sich verbinden</translation>
    </message>
    <message>
        <source>other computers can connect</source>
        <translation>andere Computer können sich verbinden</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Gateway anhalten</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Gateway starten</translation>
    </message>
    <message numerus="yes">
        <source>%n tries have no price</source>
        <translation>
            <numerusform>%n Versuch hat keinen Preis</numerusform>
            <numerusform>%n Versuche haben keinen Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>alles hat einen Preis</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>none failed</source>
        <translation>keine gescheitert</translation>
    </message>
    <message>
        <source>%1 of them written</source>
        <translation>davon %1 geschrieben</translation>
    </message>
    <message>
        <source>of the input</source>
        <translation>der Eingabe</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>noch nicht gesehen</translation>
    </message>
    <message>
        <source>No program asks here yet.</source>
        <translation>Noch fragt kein Programm hier an.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Add a provider to begin</source>
        <translation>Fügen Sie zuerst einen Anbieter hinzu</translation>
    </message>
    <message>
        <source>Point a tool at %1, and its first request appears here as it runs.</source>
        <translation>Richten Sie ein Programm auf %1; seine erste Anfrage erscheint hier, während sie läuft.</translation>
    </message>
    <message>
        <source>One key is enough. Local servers such as Ollama need none.</source>
        <translation>Ein Schlüssel genügt. Lokale Server wie Ollama brauchen keinen.</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>Programm verbinden</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Heute ausgegeben</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>Anfragen heute</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>Token heute</translation>
    </message>
    <message>
        <source>Read from cache</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>requests per minute, failed ones on top</source>
        <translation>Anfragen je Minute, gescheiterte oben</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>Gerade jetzt</translation>
    </message>
    <message>
        <source>Open Requests</source>
        <translation>Anfragen öffnen</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Braucht einen Blick</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>requests in the last hour</source>
        <translation>Anfragen der letzten Stunde</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation>Alle Clients zeigen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
</context>
<context>
    <name>ui::pages::DiagnosticsPage</name>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>What is copied or saved</source>
        <translation>Was kopiert oder gespeichert wird</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>No keys, prompts or answers are in it. This is all that is copied or saved.</source>
        <translation>Schlüssel, Prompts und Antworten stehen nicht darin. Dies ist alles, was kopiert oder gespeichert wird.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
</context>
<context>
    <name>ui::pages::FoundKeysRow</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose keys of the environment</source>
        <translation>Schlüssel der Umgebung auswählen</translation>
    </message>
    <message>
        <source>The environment has keys that are not used: %1</source>
        <translation>In der Umgebung stehen Schlüssel, die nicht verwendet werden: %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HeadersTab</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation>Header: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Answer: no headers</source>
        <translation>Antwort: keine Header</translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation>Antwort: Status %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HealthBoardView</name>
    <message>
        <source>Every target is well. One that fails five times in a row is left alone for a while, then one request tries it again. It is listed here with its reason.</source>
        <translation>Allen Zielen geht es gut. Eines, das fünfmal nacheinander fehlschlägt, wird eine Weile in Ruhe gelassen, dann versucht es eine Anfrage wieder. Es steht dann hier mit seinem Grund.</translation>
    </message>
    <message>
        <source>Hold a target</source>
        <translation>Ziel anhalten</translation>
    </message>
    <message>
        <source>Hold a target of a rule</source>
        <translation>Ein Ziel einer Regel anhalten</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold or release the selected target</source>
        <translation>Das gewählte Ziel anhalten oder freigeben</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Treat the selected target as well</source>
        <translation>Das gewählte Ziel als gesund behandeln</translation>
    </message>
    <message>
        <source>As if it had never failed: the next request may go there.</source>
        <translation>Als wäre es nie fehlgeschlagen: Die nächste Anfrage darf dorthin.</translation>
    </message>
    <message>
        <source>Targets in trouble</source>
        <translation>Ziele mit Störungen</translation>
    </message>
    <message numerus="yes">
        <source>%n left alone</source>
        <translation>
            <numerusform>%n Ziel in Ruhe gelassen</numerusform>
            <numerusform>%n Ziele in Ruhe gelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Requests may go there again.</source>
        <translation>Anfragen dürfen wieder dorthin.</translation>
    </message>
    <message>
        <source>It is not asked until you release it, as long as there is another.</source>
        <translation>Es wird nicht gefragt, bis Sie es freigeben, solange es ein anderes gibt.</translation>
    </message>
    <message>
        <source>No alias or rule names a target yet</source>
        <translation>Noch nennt kein Alias und keine Regel ein Ziel</translation>
    </message>
</context>
<context>
    <name>ui::pages::KeyUsePane</name>
    <message>
        <source>Spend today</source>
        <translation>Ausgaben heute</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Darf benutzen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>Wert von</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Limits and rights</source>
        <translation>Grenzen und Rechte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>totals only, no content</source>
        <translation>nur Summen, keine Inhalte</translation>
    </message>
    <message>
        <source>requests, as the capture level says</source>
        <translation>Anfragen, wie es der Speicherumfang sagt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>not kept of a private key</source>
        <translation>wird bei privaten Schlüsseln nicht gespeichert</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <comment>name of a virtual key</comment>
        <translation>Ausgaben von %1</translation>
    </message>
    <message>
        <source>Spend against the budget</source>
        <translation>Ausgaben und Budget</translation>
    </message>
    <message>
        <source>only totals are kept</source>
        <translation>nur Summen werden gespeichert</translation>
    </message>
</context>
<context>
    <name>ui::pages::LimitsView</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the selected limit</source>
        <translation>Gewählte Grenze bearbeiten</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>Neu beginnen …</translation>
    </message>
    <message>
        <source>Count the selected limit from nothing</source>
        <translation>Gewählte Grenze von null an zählen</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Neue Grenze</translation>
    </message>
    <message>
        <source>Nothing is limited. A limit stops requests in time when more money, requests or tokens would be used than you want: of all tools together, of one provider, model or key.</source>
        <translation>Nichts ist begrenzt. Eine Grenze hält Anfragen rechtzeitig auf, wenn mehr Geld, Anfragen oder Token verbraucht würden, als Sie möchten: für alle Werkzeuge zusammen, für einen Anbieter, ein Modell oder einen Schlüssel.</translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation>Grenze setzen</translation>
    </message>
    <message>
        <source>Set the first limit</source>
        <translation>Die erste Grenze setzen</translation>
    </message>
    <message numerus="yes">
        <source>%n limits</source>
        <translation>
            <numerusform>%n Grenze</numerusform>
            <numerusform>%n Grenzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>, %n verbraucht</numerusform>
            <numerusform>, %n verbraucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Count from nothing again?</source>
        <translation>Wieder von null an zählen?</translation>
    </message>
    <message>
        <source>%1: what was used so far (%2) does not count against the limit any more. Usage keeps it, and the window of the limit ends when it would have.</source>
        <comment>whose limit, what is used of it</comment>
        <translation>%1: Was bisher verbraucht wurde (%2), zählt nicht mehr gegen die Grenze. Unter Verbrauch bleibt es, und der Zeitraum der Grenze endet, wann er ohnehin geendet hätte.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>The limit was not deleted</source>
        <translation>Die Grenze wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ui::pages::ModelLimitsEditor</name>
    <message>
        <source>For single models</source>
        <translation>Für einzelne Modelle</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Model with its own times</source>
        <translation>Modell mit eigenen Zeiten</translation>
    </message>
    <message>
        <source>Remove this model&apos;s times</source>
        <translation>Zeiten dieses Modells entfernen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Erstes Byte</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Ganze Antwort</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie sonst</translation>
    </message>
    <message>
        <source>Instead of the provider’s times. A * at the end stands for anything.</source>
        <translation>Statt der Zeiten des Anbieters. Ein * am Ende steht für Beliebiges.</translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Asked, sent, answered</source>
        <translation>Angefragt, gesendet, beantwortet</translation>
    </message>
    <message>
        <source>Client asked</source>
        <translation>Vom Client angefragt</translation>
    </message>
    <message>
        <source>Sent upstream</source>
        <translation>An Anbieter gesendet</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>This request was not sent to a provider.</source>
        <translation>Diese Anfrage wurde an keinen Anbieter gesendet.</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>Zeitverlauf der Antwort</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>The tries are shown when the request has ended.</source>
        <translation>Die Versuche werden angezeigt, wenn die Anfrage beendet ist.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>as a stream</source>
        <translation>als Stream</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, session %2</source>
        <translation>%1, Sitzung %2</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>Je Million</translation>
    </message>
</context>
<context>
    <name>ui::pages::OwnersView</name>
    <message>
        <source>Teams and customers</source>
        <translation>Teams und Kunden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the selected team or customer</source>
        <translation>Gewähltes Team oder gewählten Kunden bearbeiten</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
    <message>
        <source>You need neither to use Bilrost by yourself. A team holds several keys under one budget; a customer holds several teams. What their keys use counts for them, too.</source>
        <translation>Für sich allein brauchen Sie weder das eine noch das andere. Ein Team fasst mehrere Schlüssel unter einem Budget zusammen, ein Kunde mehrere Teams. Was ihre Schlüssel verbrauchen, zählt auch für sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n Kunde</numerusform>
            <numerusform>%n Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n Team</numerusform>
            <numerusform>%n Teams</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>The team was not deleted</source>
        <translation>Das Team wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>The customer was not deleted</source>
        <translation>Der Kunde wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ui::pages::PricesPage</name>
    <message>
        <source>Find a price</source>
        <translation>Preis suchen</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>Modell suchen</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Set own price…</source>
        <translation>Eigener Preis…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>%1 shown, %2 of your own; dollars for a million tokens</source>
        <translation>%1 gezeigt, %2 eigene; Dollar für eine Million Token</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>No price for “%1”. Add one.</source>
        <translation>Kein Preis für „%1“. Fügen Sie einen hinzu.</translation>
    </message>
    <message>
        <source>You have set no prices: the list counts.</source>
        <translation>Sie haben keine Preise gesetzt: Es gilt die Liste.</translation>
    </message>
    <message>
        <source>No price list could be read, so every cost is unknown. Add a price.</source>
        <translation>Keine Preisliste war lesbar, deshalb sind alle Kosten unbekannt. Fügen Sie einen Preis hinzu.</translation>
    </message>
    <message>
        <source>The price was not removed</source>
        <translation>Der Preis wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No stored request got a price by it</source>
        <translation>Keine gespeicherte Anfrage bekam dadurch einen Preis</translation>
    </message>
    <message numerus="yes">
        <source>%n requests got a price: %1 more</source>
        <translation>
            <numerusform>%n Anfrage bekam einen Preis: %1 mehr</numerusform>
            <numerusform>%n Anfragen bekamen einen Preis: %1 mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Update prices…</source>
        <translation>Preise aktualisieren …</translation>
    </message>
    <message>
        <source>The list was compared with others on %1.</source>
        <translation>Die Liste wurde am %1 mit anderen verglichen.</translation>
    </message>
    <message>
        <source>The list was taken over. %1</source>
        <translation>Die Liste wurde übernommen. %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEditor</name>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Grundlagen</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Neuer Anbieter</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>1 change not saved</source>
        <translation>1 Änderung nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Running requests keep the old settings.</source>
        <translation>Laufende Anfragen behalten die alten Einstellungen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave without adding the provider?</source>
        <translation>Verlassen, ohne den Anbieter hinzuzufügen?</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Verlassen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>1 change would be lost.</source>
        <translation>1 Änderung ginge verloren.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes would be lost.</source>
        <translation>
            <numerusform>%n Änderung ginge verloren.</numerusform>
            <numerusform>%n Änderungen gingen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>Der Anbieter wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Für Kenner</translation>
    </message>
    <message>
        <source>Network and limits</source>
        <translation>Netzwerk und Grenzen</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEssentialsForm</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Angezeigt als</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Also ask for one short answer; costs less than $0.001</source>
        <translation>Auch kurze Antwort anfordern (unter 0,001 $)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test what is entered here</source>
        <translation>Testen, was hier eingegeben ist</translation>
    </message>
    <message>
        <source>For example: Work server</source>
        <translation>Zum Beispiel: Arbeitsserver</translation>
    </message>
    <message>
        <source>The provider needs a name.</source>
        <translation>Der Anbieter braucht einen Namen.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and name a host.</source>
        <translation>Die Adresse muss mit https:// oder http:// beginnen und einen Rechner nennen.</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>Der Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Another host needs its key entered again.</source>
        <translation>Für einen anderen Rechner muss der Schlüssel erneut eingegeben werden.</translation>
    </message>
    <message>
        <source>The stored key is only sent to %1. Enter the key for the new host.</source>
        <translation>Der gespeicherte Schlüssel wird nur an %1 gesendet. Geben Sie den Schlüssel für den neuen Rechner ein.</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer, never into a settings file.</source>
        <translation>Er wird im Schlüsselspeicher dieses Rechners abgelegt, nie in einer Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Small letters, digits, dot and dash. It begins the names of models.</source>
        <translation>Kleinbuchstaben, Ziffern, Punkt und Bindestrich. Damit beginnen die Namen der Modelle.</translation>
    </message>
    <message>
        <source>Used in model names: %1/…</source>
        <translation>Verwendet in Modellnamen: %1/…</translation>
    </message>
    <message>
        <source>It must begin with https:// or http:// and name a host.</source>
        <translation>Sie muss mit https:// oder http:// beginnen und einen Rechner nennen.</translation>
    </message>
    <message>
        <source>Without https, keys and prompts cross the network unencrypted.</source>
        <translation>Ohne https gehen Schlüssel und Prompts unverschlüsselt durch das Netz.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>Neu…</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>first match by model, then by weight</source>
        <translation>erst passend zum Modell, dann nach Gewicht</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>A Bedrock API key. For an access key with its secret key leave this empty, save, and add it under Keys.</source>
        <translation>Ein API-Schlüssel von Bedrock. Für einen Zugriffsschlüssel mit geheimem Schlüssel bleibt dies leer: speichern und dann unter „Schlüssel“ hinzufügen.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>About the key</source>
        <translation>Zum Schlüssel</translation>
    </message>
    <message>
        <source>Keys are made at %1. Yours goes into the key store of this computer, never into a settings file.</source>
        <translation>Schlüssel gibt es bei %1. Ihrer kommt in den Schlüsselspeicher dieses Rechners, nie in eine Einstellungsdatei.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderExpertForm</name>
    <message>
        <source>Health probe</source>
        <translation>Zustandsprobe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Asked while the provider is in trouble, so that no request has to find out: “models” for its list of models, or a path such as /health.</source>
        <translation>Wird gefragt, solange der Anbieter gestört ist, damit es keine Anfrage herausfinden muss: „models“ für seine Modellliste oder ein Pfad wie /health.</translation>
    </message>
    <message>
        <source>Requests that it takes, one a line</source>
        <translation>Anfragen, die er annimmt, eine je Zeile</translation>
    </message>
    <message>
        <source>Paths of its own, one a line</source>
        <translation>Eigene Pfade, einer je Zeile</translation>
    </message>
    <message>
        <source>Requests that it takes</source>
        <translation>Anfragen, die er annimmt</translation>
    </message>
    <message>
        <source>One a line, as “chat_completion” or “embedding”; a stream, as “chat_completion_stream”, is one of its own. Empty means all.</source>
        <translation>Eine je Zeile, etwa „chat_completion“ oder „embedding“; ein Strom, etwa „chat_completion_stream“, zählt für sich. Leer heißt alle.</translation>
    </message>
    <message>
        <source>Paths of its own</source>
        <translation>Eigene Pfade</translation>
    </message>
    <message>
        <source>One a line: the request, a colon, and a path or a whole URL.</source>
        <translation>Je Zeile: die Anfrage, ein Doppelpunkt und ein Pfad oder eine ganze URL.</translation>
    </message>
    <message>
        <source>“%1” is not “request: path” and will not be saved.</source>
        <translation>„%1“ ist nicht „Anfrage: Pfad“ und wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Have nothing kept at the provider</source>
        <translation>Beim Anbieter nichts aufbewahren lassen</translation>
    </message>
    <message>
        <source>What the provider keeps</source>
        <translation>Was der Anbieter aufbewahrt</translation>
    </message>
    <message>
        <source>Conversations and responses go out with “store” switched off, whatever a client says.</source>
        <translation>Gespräche und Antworten gehen mit ausgeschaltetem „store“ hinaus, was immer ein Client sagt.</translation>
    </message>
    <message>
        <source>The key stands in the address</source>
        <translation>Der Schlüssel steht in der Adresse</translation>
    </message>
    <message>
        <source>Where the key stands</source>
        <translation>Wo der Schlüssel steht</translation>
    </message>
    <message>
        <source>Only for servers that know no other way: others may write addresses down. Bilrost does not.</source>
        <translation>Nur für Server, die es nicht anders kennen: Andere schreiben Adressen womöglich auf. Bilrost tut es nicht.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>To one host of this provider. A request beyond that waits.</source>
        <translation>Zu einem Host dieses Anbieters. Weitere Anfragen warten.</translation>
    </message>
    <message>
        <source>Idle at most</source>
        <translation>Höchstens ungenutzt</translation>
    </message>
    <message>
        <source>Then a connection that carries no request is closed.</source>
        <translation>Danach wird eine Verbindung ohne Anfrage geschlossen.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderLineForm</name>
    <message>
        <source>Refuse what finds the line full</source>
        <translation>Ablehnen, was die Schlange voll findet</translation>
    </message>
    <message>
        <source>May be on this computer or in a private network</source>
        <translation>Darf auf diesem Rechner oder in einem privaten Netz sein</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Requests. The others wait in line.</source>
        <translation>Anfragen. Die anderen stehen in der Schlange.</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>In der Schlange</translation>
    </message>
    <message>
        <source>Needed only while other computers can reach Bilrost.</source>
        <translation>Nur nötig, solange andere Rechner Bilrost erreichen.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderModelsSection</name>
    <message>
        <source>Find a model</source>
        <translation>Modell suchen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>A test asks the provider for them.</source>
        <translation>Ein Test fragt den Anbieter danach.</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>%1 bekannt</translation>
    </message>
    <message>
        <source>%1 known, %2 may be used</source>
        <translation>%1 bekannt, %2 dürfen benutzt werden</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderNetworkForm</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Verbinden binnen</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>Stille höchstens</translation>
    </message>
    <message>
        <source>Between two pieces of a stream.</source>
        <translation>Zwischen zwei Stücken eines Streams.</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Antwort binnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Times, after the first try, before anything was sent to the client.</source>
        <translation>Male nach dem ersten Versuch, bevor etwas an den Client gesendet wurde.</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Empty keeps the stored one</source>
        <translation>Leer behält das gespeicherte</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Proxy-Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Use HTTP/2 where the server offers it</source>
        <translation>HTTP/2 verwenden, wo der Server es anbietet</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate</source>
        <translation>Das Zertifikat des Servers nicht prüfen</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Trusted besides the system&apos;s certificates (PEM)</source>
        <translation>Zusätzlich zu den Zertifikaten des Systems vertraut (PEM)</translation>
    </message>
    <message>
        <source>Extra headers, one a line</source>
        <translation>Zusätzliche Header, einer je Zeile</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>Zusätzliche Header</translation>
    </message>
    <message>
        <source>Anyone on the way can read your key and your prompts</source>
        <translation>Jeder auf dem Weg kann Ihren Schlüssel und Ihre Prompts lesen</translation>
    </message>
    <message>
        <source>If the server has a certificate of its own, trust that one below instead.</source>
        <translation>Hat der Server ein eigenes Zertifikat, vertrauen Sie stattdessen unten diesem.</translation>
    </message>
    <message>
        <source>One a line, “Name: value”. Sent with every request.</source>
        <translation>Einer je Zeile, „Name: Wert“. Werden mit jeder Anfrage gesendet.</translation>
    </message>
    <message>
        <source>“%1” is not “Name: value” and will not be sent.</source>
        <translation>„%1“ ist nicht „Name: Wert“ und wird nicht gesendet.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Wait before it</source>
        <translation>Vorher warten</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Höchstens warten</translation>
    </message>
    <message>
        <source>Each try doubles the wait up to here, and chance shortens it. What the provider asks for comes first.</source>
        <translation>Jeder Versuch verdoppelt die Wartezeit bis hierher, und der Zufall verkürzt sie. Was der Anbieter verlangt, geht vor.</translation>
    </message>
    <message>
        <source>as the answer</source>
        <translation>wie die Antwort</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>Erstes Byte binnen</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>Erstes Token binnen</translation>
    </message>
    <message>
        <source>Of a stream. Signs of life do not count.</source>
        <translation>Eines Stroms. Lebenszeichen zählen nicht.</translation>
    </message>
    <message>
        <source>Stream within</source>
        <translation>Strom binnen</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the selected provider</source>
        <translation>Ausgewählten Anbieter bearbeiten</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>One field to fill in.</source>
        <translation>Nur ein Feld auszufüllen.</translation>
    </message>
    <message>
        <source>Providers that can be added</source>
        <translation>Anbieter, die sich hinzufügen lassen</translation>
    </message>
    <message>
        <source>Add a provider to start. One key is enough.</source>
        <translation>Fügen Sie für den Anfang einen Anbieter hinzu. Ein Schlüssel genügt.</translation>
    </message>
    <message numerus="yes">
        <source>%n set up</source>
        <translation>
            <numerusform>%n eingerichtet</numerusform>
            <numerusform>%n eingerichtet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n healthy</source>
        <translation>
            <numerusform>, %n in Ordnung</numerusform>
            <numerusform>, %n in Ordnung</numerusform>
        </translation>
    </message>
    <message>
        <source>, 1 needs a look</source>
        <translation>, 1 bitte prüfen</translation>
    </message>
    <message numerus="yes">
        <source>, %n need a look</source>
        <translation>
            <numerusform>, %n bitte prüfen</numerusform>
            <numerusform>, %n bitte prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Einen hinzufügen</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Weiteren hinzufügen</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>Neuen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>Adresse prüfen</translation>
    </message>
    <message>
        <source>Requests for “%1/…” fail until this is solved.</source>
        <translation>Anfragen an „%1/…“ scheitern, bis dies gelöst ist.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>Der Anbieter wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation>Anbieter suchen</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>Dieser Rechner ist offline</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>Nur Anbieter auf ihm sind erreichbar. Die anderen werden wieder versucht, wenn das Netz zurück ist.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProxyInForce</name>
    <message>
        <source>Requests go straight to the provider: a server on this computer is reached without a proxy.</source>
        <translation>Anfragen gehen direkt zum Anbieter: Ein Server auf diesem Rechner wird ohne Proxy erreicht.</translation>
    </message>
    <message>
        <source>Requests go straight to the provider.</source>
        <translation>Anfragen gehen direkt zum Anbieter.</translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation>Geben Sie die Adresse des Proxys ein.</translation>
    </message>
    <message>
        <source>Requests go through %1.</source>
        <translation>Anfragen gehen über %1.</translation>
    </message>
    <message>
        <source>Asking the system for its proxy…</source>
        <translation>Das System wird nach seinem Proxy gefragt …</translation>
    </message>
    <message>
        <source>Requests go straight to the provider: neither the environment nor the system names a proxy for this host.</source>
        <translation>Anfragen gehen direkt zum Anbieter: Weder die Umgebung noch das System nennt einen Proxy für diesen Host.</translation>
    </message>
    <message>
        <source>Requests go through %1, as the environment or the system says.</source>
        <translation>Anfragen gehen über %1, wie die Umgebung oder das System es vorgibt.</translation>
    </message>
</context>
<context>
    <name>ui::pages::RawTab</name>
    <message>
        <source>Load all of the bodies</source>
        <translation>Alles von den Inhalten laden</translation>
    </message>
    <message>
        <source>The exchange as text</source>
        <translation>Der Austausch als Text</translation>
    </message>
    <message>
        <source>Secrets are masked.</source>
        <translation>Geheimnisse sind unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>Es wurden nur Kennzahlen gespeichert: Der damalige Speicherumfang ließ die Inhalte aus.</translation>
    </message>
    <message>
        <source>The first %1 of each body are shown. Secrets are masked.</source>
        <translation>Angezeigt werden die ersten %1 jedes Inhalts. Geheimnisse sind unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>Alle %1 laden</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestColumns</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestCommands</name>
    <message>
        <source>It could not be sent: %1</source>
        <translation>Sie konnte nicht gesendet werden: %1</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Edit and resend…</source>
        <translation>Bearbeiten und erneut senden…</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentar…</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Als Python kopieren</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>Als JavaScript kopieren</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>Mit der davor vergleichen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation>Erneut gesendet.</translation>
    </message>
    <message>
        <source>The list has no request of this session before it. Select two to compare them.</source>
        <translation>Davor steht keine Anfrage dieser Sitzung in der Liste. Zwei auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>What is to be remembered about this request; the filter finds it.</source>
        <translation>Was zu dieser Anfrage zu merken ist; der Filter findet es.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestDetailPane</name>
    <message>
        <source>Select a request to see what was asked, who answered and how long it took.</source>
        <translation>Wählen Sie eine Anfrage aus, um zu sehen, was gefragt wurde, wer geantwortet hat und wie lange es dauerte.</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Id kopieren</translation>
    </message>
    <message>
        <source>Cancel the running request (Ctrl+.)</source>
        <translation>Laufende Anfrage abbrechen (Strg+.)</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>This request is hidden by the filter.</source>
        <translation>Diese Anfrage ist durch den Filter ausgeblendet.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Teile der Anfrage</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>The details of this request could not be read: %1</source>
        <translation>Die Einzelheiten dieser Anfrage konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The request has not been read yet.</source>
        <translation>Die Anfrage wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Copied without a body: none was stored.</source>
        <translation>Ohne Inhalt kopiert: Es war keiner gespeichert.</translation>
    </message>
    <message>
        <source>Copied with the part of the body that was stored.</source>
        <translation>Mit dem gespeicherten Teil des Inhalts kopiert.</translation>
    </message>
    <message>
        <source>There is no error to copy.</source>
        <translation>Es gibt keinen Fehler zum Kopieren.</translation>
    </message>
    <message>
        <source>Error copied.</source>
        <translation>Fehler kopiert.</translation>
    </message>
    <message>
        <source>Id copied.</source>
        <translation>Id kopiert.</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1, Ortszeit</translation>
    </message>
    <message>
        <source>Copy the id %1</source>
        <translation>Id %1 kopieren</translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation>Warum hierher?</translation>
    </message>
    <message>
        <source>Shows in the simulator which rules, keys and targets decide about this request</source>
        <translation>Zeigt im Simulator, welche Regeln, Schlüssel und Ziele über diese Anfrage entscheiden</translation>
    </message>
    <message>
        <source>Its body was not stored as a whole, so it cannot be asked again.</source>
        <translation>Ihr Inhalt wurde nicht vollständig gespeichert, darum kann sie nicht noch einmal gefragt werden.</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send it to this gateway again (Ctrl+R); Ctrl+Shift+R edits it before</source>
        <translation>Erneut an dieses Gateway senden (Strg+R); Strg+Umschalt+R bearbeitet sie vorher</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with the request before it of the same session (Ctrl+D)</source>
        <translation>Mit der Anfrage davor aus derselben Sitzung vergleichen (Strg+D)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy as a program with the local address and a placeholder for the key</source>
        <translation>Als Programm mit der lokalen Adresse und einem Platzhalter für den Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Als Python kopieren</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>Als JavaScript kopieren</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation>Als %1 kopiert.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestTimes</name>
    <message>
        <source>All times</source>
        <translation>Alle Zeiten</translation>
    </message>
    <message>
        <source>Requests by time</source>
        <translation>Anfragen nach Zeit</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Requests by time as a table</source>
        <translation>Anfragen nach Zeit als Tabelle</translation>
    </message>
    <message>
        <source>%1 · %2 requests · %3 failed · %4</source>
        <translation>%1 · %2 Anfragen · %3 gescheitert · %4</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestToolbar</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Place of the detail (F8)</source>
        <translation>Lage der Einzelheiten (F8)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Pause or resume the list (Space)</source>
        <translation>Liste anhalten oder fortsetzen (Leertaste)</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1 new</source>
        <comment>requests that arrived meanwhile</comment>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Resume the list: %1</source>
        <translation>Liste fortsetzen: %1</translation>
    </message>
    <message>
        <source>Show the newest requests: %1</source>
        <translation>Neueste Anfragen anzeigen: %1</translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation>Liste anhalten</translation>
    </message>
    <message>
        <source>Filter, for example  cost&gt;5c provider:anthropic</source>
        <translation>Filter, zum Beispiel  cost&gt;5c provider:anthropic</translation>
    </message>
    <message>
        <source>Filter the requests (Ctrl+F): words, or conditions such as cost&gt;5c, state:error, is:fallback, joined by and, or, not and brackets</source>
        <translation>Die Anfragen filtern (Strg+F): Wörter oder Bedingungen wie cost&gt;5c, state:error, is:fallback, verbunden durch and, or, not und Klammern</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Group by session</source>
        <translation>Nach Sitzung gruppieren</translation>
    </message>
    <message>
        <source>What was said is not searched. Settings, “Storage and privacy”, switches that on.</source>
        <translation>Gesagtes wird nicht durchsucht. Einstellungen, „Speicher und Privatsphäre“, schaltet das ein.</translation>
    </message>
    <message>
        <source> (%1 of the stored requests are searched so far)</source>
        <translation> (bisher werden %1 der gespeicherten Anfragen durchsucht)</translation>
    </message>
    <message>
        <source>By time</source>
        <comment>the order of the list that a click brings back</comment>
        <translation>Nach Zeit</translation>
    </message>
    <message>
        <source>The list is sorted by a column. Back to the newest requests (End)</source>
        <translation>Die Liste ist nach einer Spalte sortiert. Zurück zu den neuesten Anfragen (Ende)</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation>Anfragen, neueste zuerst</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation>Zur neuesten Anfrage</translation>
    </message>
    <message>
        <source>Pause or resume the list</source>
        <translation>Liste anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Change the place of the detail</source>
        <translation>Lage der Einzelheiten ändern</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>No request matches. %1 are stored.</source>
        <translation>Keine Anfrage passt. %1 sind gespeichert.</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Point a tool at %1</source>
        <translation>Anfragen erscheinen hier, sobald sie beginnen. Richten Sie ein Werkzeug auf %1</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Nothing is listening now: %1</source>
        <translation>Anfragen erscheinen hier, sobald sie beginnen. Zurzeit lauscht nichts: %1</translation>
    </message>
    <message>
        <source>Requests appear here as they start. The gateway is stopped.</source>
        <translation>Anfragen erscheinen hier, sobald sie beginnen. Das Gateway ist angehalten.</translation>
    </message>
    <message>
        <source>The stored requests could not be read: %1. New ones are still shown.</source>
        <translation>Die gespeicherten Anfragen konnten nicht gelesen werden: %1. Neue werden trotzdem angezeigt.</translation>
    </message>
    <message>
        <source>The last request could not be stored. It still went through.</source>
        <translation>Die letzte Anfrage konnte nicht gespeichert werden. Sie wurde trotzdem vermittelt.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored. They still went through.</source>
        <translation>
            <numerusform>Die letzte %n Anfrage konnte nicht gespeichert werden. Sie wurde trotzdem vermittelt.</numerusform>
            <numerusform>Die letzten %n Anfragen konnten nicht gespeichert werden. Sie wurden trotzdem vermittelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last request could not be stored: %1. It still went through.</source>
        <translation>Die letzte Anfrage konnte nicht gespeichert werden: %1. Sie wurde trotzdem vermittelt.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored: %1. They still went through.</source>
        <translation>
            <numerusform>Die letzte %n Anfrage konnte nicht gespeichert werden: %1. Sie wurde trotzdem vermittelt.</numerusform>
            <numerusform>Die letzten %n Anfragen konnten nicht gespeichert werden: %1. Sie wurden trotzdem vermittelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests cannot be stored: %1. They still go through.</source>
        <translation>Anfragen können nicht gespeichert werden: %1. Sie werden trotzdem vermittelt.</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>Ein Werkzeug verbinden</translation>
    </message>
    <message>
        <source>Show requests by time</source>
        <translation>Anfragen nach Zeit anzeigen</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>%1 von %2 Sitzungen</translation>
    </message>
    <message>
        <source>Group requests by session</source>
        <translation>Anfragen nach Sitzung gruppieren</translation>
    </message>
    <message>
        <source>Sessions, newest first</source>
        <translation>Sitzungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Close session</source>
        <translation>Sitzung schließen</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Show only this session</source>
        <translation>Nur diese Sitzung zeigen</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopieren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>Meiste Token zuerst</translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation>Teuerste zuerst</translation>
    </message>
    <message>
        <source>Requests, sorted by a column</source>
        <translation>Anfragen, nach einer Spalte sortiert</translation>
    </message>
</context>
<context>
    <name>ui::pages::ResilienceForm</name>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>Ersatzziel daneben starten nach</translation>
    </message>
    <message>
        <source>Start the fallback beside a slow target</source>
        <translation>Das Ersatzziel neben einem langsamen Ziel starten</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>Sekunden ohne erstes Token, bevor das Ersatzziel startet</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>Wenn ein Strom abbricht</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>Wenn der Anfang dauert</translation>
    </message>
    <message>
        <source>The first token wins and the other one is cancelled. Models that usually think for longer get more time by themselves.</source>
        <translation>Das erste Token gewinnt, der andere Versuch wird abgebrochen. Modelle, die gewöhnlich länger denken, bekommen von selbst mehr Zeit.</translation>
    </message>
    <message>
        <source>Wait when asked, up to</source>
        <translation>Auf Wunsch warten, bis</translation>
    </message>
    <message>
        <source>A provider that asks for a longer wait (Retry-After) is not waited for: the fallback takes over at once.</source>
        <translation>Auf einen Anbieter, der eine längere Wartezeit verlangt (Retry-After), wird nicht gewartet: Das Ersatzziel übernimmt sofort.</translation>
    </message>
    <message>
        <source>For all routes, in force at once. Retries and their waits belong to each provider: Providers, Network and limits.</source>
        <translation>Für alle Routen, sofort wirksam. Wiederholungen und ihre Wartezeiten gehören zu jedem Anbieter: Anbieter, Netzwerk und Grenzen.</translation>
    </message>
    <message>
        <source>Tell the client</source>
        <translation>Dem Client sagen</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>Weiter, wo die Antworten gleich sind</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>In jedem Fall weiter</translation>
    </message>
    <message>
        <source>The request runs again. Where the new answer repeats what the client already has, the stream simply goes on. Where it differs, the client hears of the break, or the target is asked to go on from what the client has: models that refuse that are not asked.</source>
        <translation>Die Anfrage läuft noch einmal. Wo die neue Antwort wiederholt, was der Client schon hat, geht der Strom einfach weiter. Wo sie abweicht, erfährt der Client vom Abbruch, oder das Ziel wird gebeten, dort fortzufahren, wo der Client steht; Modelle, die das ablehnen, werden nicht gefragt.</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>Sofort senden</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>Die ersten Token zurückhalten:</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>Bis zum Ende zurückhalten</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>Token, die zurückgehalten werden</translation>
    </message>
    <message>
        <source>Mind how targets fare</source>
        <translation>Darauf achten, wie es den Zielen geht</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>Was zurückgehalten wird, kann noch unbemerkt von einem anderen Ziel kommen.</translation>
    </message>
    <message>
        <source>Draws by weight</source>
        <translation>Ziehen nach Gewicht</translation>
    </message>
    <message>
        <source>Fast, cheap and healthy targets with room in their rate limits are drawn more often than their weight says. “Why here?” tells how much.</source>
        <translation>Schnelle, günstige und gesunde Ziele mit Luft in ihren Ratengrenzen werden öfter gezogen, als ihr Gewicht sagt. „Warum hier?“ sagt, wie viel öfter.</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteCareForm</name>
    <message>
        <source>Patience and care</source>
        <translation>Geduld und Sorgfalt</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie sonst</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Verbinden binnen</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>Erstes Byte binnen</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>Erstes Token binnen</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>Stille höchstens</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>Ganze Antwort binnen</translation>
    </message>
    <message>
        <source>As for all routes</source>
        <translation>Wie für alle Routen</translation>
    </message>
    <message>
        <source>Tell the client</source>
        <translation>Dem Client sagen</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>Weiter, wo die Antworten gleich sind</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>In jedem Fall weiter</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>Ersatzziel daneben starten nach</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>Sekunden ohne erstes Token, bevor das Ersatzziel startet</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>Sofort senden</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>Die ersten Token zurückhalten:</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>Bis zum Ende zurückhalten</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>Token, die zurückgehalten werden</translation>
    </message>
    <message>
        <source>By weight only</source>
        <translation>Nur nach Gewicht</translation>
    </message>
    <message>
        <source>By weight and how targets fare</source>
        <translation>Nach Gewicht und wie es ihnen geht</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>Wenn ein Strom abbricht</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>Wenn der Anfang dauert</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>Was zurückgehalten wird, kann noch unbemerkt von einem anderen Ziel kommen.</translation>
    </message>
    <message>
        <source>Targets are drawn</source>
        <translation>Ziele werden gezogen</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteEditor</name>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation>Die Regel ist an</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>Near the budget, go small</source>
        <translation>Nahe am Budget kleiner werden</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>empty: every request</source>
        <translation>leer: jede Anfrage</translation>
    </message>
    <message>
        <source>Edit as a rule</source>
        <translation>Als Regel bearbeiten</translation>
    </message>
    <message>
        <source>Tools that ask for this name get a target below. It is in the lists of models.</source>
        <translation>Werkzeuge, die nach diesem Namen fragen, bekommen ein Ziel von unten. Er steht in den Modelllisten.</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>One of them is drawn for each request, by its share.</source>
        <translation>Für jede Anfrage wird eines davon nach seinem Anteil gezogen.</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>If that fails</source>
        <translation>Wenn das fehlschlägt</translation>
    </message>
    <message>
        <source>Asked one after the other, before the client hears of a failure.</source>
        <translation>Werden nacheinander gefragt, bevor der Client von einem Fehlschlag erfährt.</translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation>Ersatzziel hinzufügen</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>Nicht weitersuchen</translation>
    </message>
    <message>
        <source>Ask the rules again with the new names</source>
        <translation>Die Regeln mit den neuen Namen erneut fragen</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>A virtual key</source>
        <translation>Einen virtuellen Schlüssel</translation>
    </message>
    <message>
        <source>A team</source>
        <translation>Ein Team</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>Einen Kunden</translation>
    </message>
    <message>
        <source>its id</source>
        <translation>seine Id</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>After a match</source>
        <translation>Nach einem Treffer</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>The alias needs a name.</source>
        <translation>Der Alias braucht einen Namen.</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>Die Regel braucht einen Namen.</translation>
    </message>
    <message>
        <source>The expression is not complete.</source>
        <translation>Der Ausdruck ist nicht vollständig.</translation>
    </message>
    <message>
        <source>It needs a target.</source>
        <translation>Es fehlt ein Ziel.</translation>
    </message>
    <message>
        <source>A target needs its model.</source>
        <translation>Einem Ziel fehlt sein Modell.</translation>
    </message>
    <message>
        <source>A fallback needs its model.</source>
        <translation>Einem Ersatzziel fehlt sein Modell.</translation>
    </message>
    <message>
        <source>Say for whom the rule is.</source>
        <translation>Sagen Sie, für wen die Regel ist.</translation>
    </message>
    <message>
        <source>There is an alias of this name already.</source>
        <translation>Einen Alias dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Neuer Alias</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>Änderungen nicht gespeichert</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Line %1, character %2</source>
        <translation>Zeile %1, Zeichen %2</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>Zeichen %1</translation>
    </message>
    <message>
        <source>The rule was not saved</source>
        <translation>Die Regel wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteTargetRow</name>
    <message>
        <source>model, as asked for</source>
        <translation>Modell, wie angefragt</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>Nach oben	Alt+Hoch</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>Nach unten	Alt+Runter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>Erstes Token binnen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>As asked for</source>
        <translation>Wie angefragt</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>fallback %1</source>
        <translation>Ersatzziel %1</translation>
    </message>
    <message>
        <source>Provider of %1</source>
        <translation>Anbieter von %1</translation>
    </message>
    <message>
        <source>Model of %1</source>
        <translation>Modell von %1</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>Move or remove %1</source>
        <translation>%1 verschieben oder entfernen</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>Anteil von %1</translation>
    </message>
    <message>
        <source>First token of %1 within</source>
        <translation>Erstes Token von %1 binnen</translation>
    </message>
    <message>
        <source>%1 (not set up)</source>
        <translation>%1 (nicht eingerichtet)</translation>
    </message>
    <message>
        <source>a key that is gone</source>
        <translation>ein Schlüssel, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Drag it to another place</source>
        <translation>An eine andere Stelle ziehen</translation>
    </message>
</context>
<context>
    <name>ui::pages::RoutesPage</name>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Show or hide the simulator</source>
        <translation>Den Simulator zeigen oder verbergen</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Neuer Alias</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Aliases and rules</source>
        <translation>Aliasse und Regeln</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>Wenn es schiefgeht</translation>
    </message>
    <message>
        <source>An alias such as “medium” lets tools ask for a role, not a model. Make one, and change what answers without touching the tools.</source>
        <translation>Mit einem Alias wie „medium“ fragen Werkzeuge nach einer Rolle statt nach einem Modell. Legen Sie einen an, und ändern Sie, was antwortet, ohne die Werkzeuge anzufassen.</translation>
    </message>
    <message>
        <source>A rule does the same for everything that you can say of a request: its tool, a header, the budget that is left. Without both, a request goes to the provider that it names.</source>
        <translation>Eine Regel leistet dasselbe für alles, was sich von einer Anfrage sagen lässt: ihr Werkzeug, ein Header, das übrige Budget. Ohne beides geht eine Anfrage an den Anbieter, den sie nennt.</translation>
    </message>
    <message>
        <source>Make an alias</source>
        <translation>Alias anlegen</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>Regel schreiben</translation>
    </message>
    <message>
        <source>Aliases and rules, the first that matches decides</source>
        <translation>Aliasse und Regeln, der erste Treffer entscheidet</translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es)</source>
        <translation>
            <numerusform>%n Alias</numerusform>
            <numerusform>%n Aliasse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Health (%1)</source>
        <translation>Gesundheit (%1)</translation>
    </message>
    <message>
        <source>Discard what was not saved?</source>
        <translation>Nicht Gespeichertes verwerfen?</translation>
    </message>
    <message>
        <source>The rule in the editor has changes that are not in force.</source>
        <translation>Die Regel im Editor hat Änderungen, die nicht wirksam sind.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The order was not changed</source>
        <translation>Die Reihenfolge wurde nicht geändert</translation>
    </message>
    <message>
        <source>The rule was not switched</source>
        <translation>Die Regel wurde nicht umgeschaltet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The rule was not removed</source>
        <translation>Die Regel wurde nicht entfernt</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>Nach oben	Alt+Hoch</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>Nach unten	Alt+Runter</translation>
    </message>
</context>
<context>
    <name>ui::pages::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Remove a saved filter</source>
        <translation>Gespeicherten Filter entfernen</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Diesen Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
</context>
<context>
    <name>ui::pages::SelectionSummary</name>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>%n Anfrage ausgewählt</numerusform>
            <numerusform>%n Anfragen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count, share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Noch laufend</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabe-Tokens</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>davon aus Cache</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabe-Tokens</translation>
    </message>
    <message>
        <source>Without token counts</source>
        <translation>Ohne Tokenzahlen</translation>
    </message>
    <message>
        <source>First started</source>
        <translation>Erste begonnen</translation>
    </message>
    <message>
        <source>Last started</source>
        <translation>Letzte begonnen</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Zeitspanne</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the two requests</source>
        <translation>Die beiden Anfragen vergleichen</translation>
    </message>
    <message>
        <source>Compare the two requests (Ctrl+D)</source>
        <translation>Die beiden Anfragen vergleichen (Strg+D)</translation>
    </message>
    <message>
        <source>%1 sessions selected</source>
        <translation>%1 Sitzungen ausgewählt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>ui::pages::SettingsPage</name>
    <message>
        <source>Bilrost listens there now. No program on this computer named the port of before.</source>
        <translation>Bilrost lauscht jetzt dort. Kein Programm auf diesem Computer nannte den bisherigen Port.</translation>
    </message>
    <message>
        <source>Bilrost listens there now. These programs still name the port of before: %1.</source>
        <translation>Bilrost lauscht jetzt dort. Diese Programme nennen noch den bisherigen Port: %1.</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>lauscht nicht</translation>
    </message>
    <message>
        <source>%1 requests, %2</source>
        <translation>%1 Anfragen, %2</translation>
    </message>
    <message>
        <source>No setting matches “%1”.</source>
        <translation>Keine Einstellung passt zu „%1“.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation>Jede Änderung wirkt sofort.</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Find a setting…</source>
        <translation>Einstellung suchen …</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The window changes at once; requests go on.</source>
        <translation>Das Fenster wechselt sofort; Anfragen laufen weiter.</translation>
    </message>
    <message>
        <source>Start Bilrost when I log in</source>
        <translation>Bilrost starten, wenn ich mich anmelde</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Off until you ask for it. Off again, nothing of it is left behind.</source>
        <translation>Aus, bis Sie es einschalten. Wieder ausgeschaltet bleibt nichts davon zurück.</translation>
    </message>
    <message>
        <source>autostart, login, boot</source>
        <translation>Autostart, Anmeldung, Hochfahren</translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation>In der Symbolleiste, ohne Fenster</translation>
    </message>
    <message>
        <source>autostart, hidden</source>
        <translation>Autostart, verborgen</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Hide, and keep the gateway running</source>
        <translation>Verbergen; das Gateway läuft weiter</translation>
    </message>
    <message>
        <source>Quit, and stop the gateway</source>
        <translation>Beenden und das Gateway anhalten</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Beim Schließen</translation>
    </message>
    <message>
        <source>tray, minimise, exit</source>
        <translation>Symbolleiste, minimieren, beenden</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>“Like the system” follows the desktop as it changes between light, dark and high contrast.</source>
        <translation>„Wie das System“ folgt der Oberfläche, wenn sie zwischen hell, dunkel und hohem Kontrast wechselt.</translation>
    </message>
    <message>
        <source>colour, night mode, accessibility</source>
        <translation>Farbe, Nachtmodus, Barrierefreiheit</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>url, host, endpoint</source>
        <translation>URL, Host, Endpunkt</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>Diesen Port nehmen</translation>
    </message>
    <message>
        <source>Show these programs</source>
        <translation>Diese Programme zeigen</translation>
    </message>
    <message>
        <source>listen, address, busy</source>
        <translation>lauschen, Adresse, belegt</translation>
    </message>
    <message>
        <source>Storage and privacy</source>
        <translation>Speicher und Privatsphäre</translation>
    </message>
    <message>
        <source>Store of each request</source>
        <translation>Von jeder Anfrage speichern</translation>
    </message>
    <message>
        <source>What prompts and answers say is kept only where this says so. A change counts from the next request on; secrets are masked before anything is kept.</source>
        <translation>Was in Anfragen und Antworten steht, wird nur aufgehoben, wo es hier so steht. Eine Änderung gilt ab der nächsten Anfrage; Geheimnisse werden vor dem Speichern unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>capture, body, recording, prompts, logging</source>
        <translation>Aufzeichnung, Inhalte, Protokoll, Prompts</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>config.sqlite3 is small and precious; history.sqlite3 may be deleted while Bilrost is not running.</source>
        <translation>config.sqlite3 ist klein und kostbar; history.sqlite3 darf gelöscht werden, solange Bilrost nicht läuft.</translation>
    </message>
    <message>
        <source>where, files, database, backup</source>
        <translation>wo, Dateien, Datenbank, Sicherung</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Provider keys</source>
        <translation>Anbieterschlüssel</translation>
    </message>
    <message>
        <source>keychain, secrets, vault</source>
        <translation>Schlüsselbund, Geheimnisse, Tresor</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>notification, message, alert</source>
        <translation>Mitteilung, Meldung, Hinweis</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Melden, wenn</translation>
    </message>
    <message>
        <source>A provider fails or cannot be reached</source>
        <translation>ein Anbieter ausfällt oder nicht erreichbar ist</translation>
    </message>
    <message>
        <source>It answers again</source>
        <translation>er wieder antwortet</translation>
    </message>
    <message>
        <source>A provider rejects its key</source>
        <translation>ein Anbieter seinen Schlüssel ablehnt</translation>
    </message>
    <message>
        <source>A request failed because every target had failed</source>
        <translation>eine Anfrage scheiterte, weil alle Ziele ausfielen</translation>
    </message>
    <message>
        <source>A virtual key comes near its budget, or has spent it</source>
        <translation>ein virtueller Schlüssel sein Budget fast oder ganz verbraucht hat</translation>
    </message>
    <message>
        <source>Never more than one in a minute for the same cause, and none while you look at this window.</source>
        <translation>Nie mehr als eine je Minute für dieselbe Ursache, und keine, solange Sie dieses Fenster ansehen.</translation>
    </message>
    <message>
        <source>Running requests go on. Connected programs have to be told.</source>
        <translation>Laufende Anfragen gehen weiter. Verbundene Programme müssen es erfahren.</translation>
    </message>
    <message>
        <source>Hiding needs a system tray; without one, closing quits.</source>
        <translation>Verbergen braucht eine Symbolleiste; ohne sie beendet das Schließen.</translation>
    </message>
    <message>
        <source>Usually only this computer reaches it; --host says otherwise.</source>
        <translation>Meist erreicht sie nur dieser Computer; --host ändert das.</translation>
    </message>
    <message>
        <source>Where it is more, bodies go first and then requests, the oldest of each. The totals of Usage stay.</source>
        <translation>Wird es mehr, gehen zuerst die Inhalte und dann die Anfragen, jeweils die ältesten. Die Summen der Nutzung bleiben.</translation>
    </message>
    <message>
        <source>Addresses such as https://chat.example.com, with commas between them; * stands for one label. Programs need no entry.</source>
        <translation>Adressen wie https://chat.example.com, durch Kommas getrennt; * steht für einen Namensteil. Programme brauchen keinen Eintrag.</translation>
    </message>
    <message>
        <source> day</source>
        <translation> Tag</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Days that requests are kept</source>
        <translation>Tage, die Anfragen aufbewahrt werden</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>Keep requests</source>
        <translation>Anfragen aufbewahren</translation>
    </message>
    <message>
        <source>Older ones are deleted with their bodies. Pinned ones stay, and what was used and what it cost stays counted.</source>
        <translation>Ältere werden mit ihren Inhalten gelöscht. Angeheftete bleiben, und was verbraucht wurde und was es kostete, bleibt gezählt.</translation>
    </message>
    <message>
        <source>retention, age, delete, clean, trim</source>
        <translation>Aufbewahrung, Alter, löschen, aufräumen</translation>
    </message>
    <message>
        <source>Most space of stored requests</source>
        <translation>Höchster Platz für gespeicherte Anfragen</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Use these limits</source>
        <translation>Diese Grenzen verwenden</translation>
    </message>
    <message>
        <source>In at most</source>
        <translation>In höchstens</translation>
    </message>
    <message>
        <source>retention, size, disk, space, delete</source>
        <translation>Aufbewahrung, Größe, Platte, Platz, löschen</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Größte Anfrage</translation>
    </message>
    <message>
        <source>What is larger is refused with 413.</source>
        <translation>Was größer ist, wird mit 413 abgelehnt.</translation>
    </message>
    <message>
        <source>body, upload, limit, size</source>
        <translation>Inhalt, hochladen, Grenze, Größe</translation>
    </message>
    <message>
        <source>Web pages that may ask</source>
        <translation>Webseiten, die fragen dürfen</translation>
    </message>
    <message>
        <source>only those of this computer</source>
        <translation>nur die von diesem Rechner</translation>
    </message>
    <message>
        <source>cors, origin, browser</source>
        <translation>CORS, Herkunft, Browser</translation>
    </message>
    <message>
        <source>Make prompts and answers searchable</source>
        <translation>Prompts und Antworten durchsuchbar machen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>full text, index, find, prompt, body, fts</source>
        <translation>Volltext, Index, finden, Prompt, Inhalt</translation>
    </message>
    <message>
        <source>The filter of the requests then knows text:word. The index takes space in the history; switched off again, it is deleted.</source>
        <translation>Der Filter der Anfragen kennt dann text:Wort. Der Index braucht Platz im Verlauf; wieder ausgeschaltet, wird er gelöscht.</translation>
    </message>
    <message>
        <source>%1 of the stored requests can be searched; the others follow in the background.</source>
        <translation>%1 der gespeicherten Anfragen sind durchsuchbar; die übrigen folgen im Hintergrund.</translation>
    </message>
    <message>
        <source>All stored requests can be searched: text:word in the filter of the requests.</source>
        <translation>Alle gespeicherten Anfragen sind durchsuchbar: text:Wort im Filter der Anfragen.</translation>
    </message>
    <message>
        <source>Delete %1 requests, %2?</source>
        <translation>%1 Anfragen löschen, %2?</translation>
    </message>
    <message>
        <source>Prompts, answers and figures of each go and cannot be brought back. Pinned requests stay, and so do the totals of Usage.</source>
        <translation>Prompts, Antworten und Zahlen jeder Anfrage gehen und lassen sich nicht zurückholen. Angeheftete Anfragen bleiben, ebenso die Summen unter Verbrauch.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>%1 requests were deleted. The file shrinks in the background.</source>
        <translation>%1 Anfragen wurden gelöscht. Die Datei schrumpft im Hintergrund.</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Alle löschen…</translation>
    </message>
    <message>
        <source>Delete all stored requests</source>
        <translation>Alle gespeicherten Anfragen löschen</translation>
    </message>
    <message>
        <source>history, size, disk, clear, delete, forget</source>
        <translation>Verlauf, Größe, Platte, leeren, löschen, vergessen</translation>
    </message>
</context>
<context>
    <name>ui::pages::SimulatorPane</name>
    <message>
        <source>Request to simulate</source>
        <translation>Anfrage für den Simulator</translation>
    </message>
    <message>
        <source>Pretend</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Pretend that providers are offline or keys limited</source>
        <translation>Annehmen, dass Anbieter nicht erreichbar oder Schlüssel begrenzt sind</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Ctrl+Enter. Nothing is sent.</source>
        <translation>Strg+Eingabe. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Paste a curl command, an HTTP request or a JSON body, and see which rules, keys and targets decide. Nothing is sent to any provider.</source>
        <translation>Fügen Sie einen curl-Befehl, eine HTTP-Anfrage oder einen JSON-Rumpf ein und sehen Sie, welche Regeln, Schlüssel und Ziele entscheiden. Nichts wird an einen Anbieter gesendet.</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>Warum hierher</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation>Die Erklärung kopieren</translation>
    </message>
    <message>
        <source>Why here, step by step</source>
        <translation>Warum hierher, Schritt für Schritt</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Key %1 of %2 is limited</source>
        <translation>Schlüssel %1 von %2 ist begrenzt</translation>
    </message>
    <message>
        <source>There is no provider yet</source>
        <translation>Es gibt noch keinen Anbieter</translation>
    </message>
    <message>
        <source>Pretend (%1)</source>
        <translation>Annehmen (%1)</translation>
    </message>
</context>
<context>
    <name>ui::pages::StreamTab</name>
    <message>
        <source>Events of the stream</source>
        <translation>Ereignisse des Streams</translation>
    </message>
    <message>
        <source>Text of the event</source>
        <translation>Text des Ereignisses</translation>
    </message>
    <message>
        <source>The events are shown when the request has ended. Conversation follows it live.</source>
        <translation>Die Ereignisse werden angezeigt, wenn die Anfrage beendet ist. „Unterhaltung“ folgt ihr live.</translation>
    </message>
    <message>
        <source>The answer came in one piece, not as a stream.</source>
        <translation>Die Antwort kam in einem Stück, nicht als Stream.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the events out.</source>
        <translation>Es wurden nur Kennzahlen gespeichert: Der damalige Speicherumfang ließ die Ereignisse aus.</translation>
    </message>
    <message>
        <source>The stream ended before its first event.</source>
        <translation>Der Stream endete vor seinem ersten Ereignis.</translation>
    </message>
</context>
<context>
    <name>ui::pages::TimingTab</name>
    <message>
        <source>Timing of the answer</source>
        <translation>Zeitverlauf der Antwort</translation>
    </message>
    <message>
        <source>Times are shown when the request has ended.</source>
        <translation>Zeiten werden angezeigt, wenn die Anfrage beendet ist.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>Nothing was measured: the request was not sent to a provider.</source>
        <translation>Es wurde nichts gemessen: Die Anfrage wurde an keinen Anbieter gesendet.</translation>
    </message>
</context>
<context>
    <name>ui::pages::UsagePage</name>
    <message>
        <source>Save usage</source>
        <translation>Verbrauch speichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1, Ortszeit</translation>
    </message>
    <message>
        <source>Nothing was used in this span.</source>
        <translation>In diesem Zeitraum wurde nichts verbraucht.</translation>
    </message>
    <message>
        <source>Spend appears after the first request. Totals stay for ever, also after requests are deleted.</source>
        <translation>Ausgaben erscheinen nach der ersten Anfrage. Summen bleiben für immer, auch wenn Anfragen gelöscht werden.</translation>
    </message>
    <message>
        <source>✓ same total</source>
        <translation>✓ gleiche Summe</translation>
    </message>
    <message>
        <source>Totals differ by %1, report this</source>
        <translation>Die Summen unterscheiden sich um %1, bitte melden</translation>
    </message>
    <message numerus="yes">
        <source>%n answers were cut: at least</source>
        <translation>
            <numerusform>%n Antwort abgeschnitten: mindestens</numerusform>
            <numerusform>%n Antworten abgeschnitten: mindestens</numerusform>
        </translation>
    </message>
    <message>
        <source>without what has no price</source>
        <translation>ohne das, was keinen Preis hat</translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>alles hat einen Preis</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>%1 of the input read from cache</source>
        <translation>%1 der Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>tries, not in any sum</source>
        <translation>Versuche, in keiner Summe</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>nichts fehlt</translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation>Ausgaben nach Anbieter</translation>
    </message>
    <message>
        <source>Tokens by provider</source>
        <translation>Token nach Anbieter</translation>
    </message>
    <message>
        <source>Requests by provider</source>
        <translation>Anfragen nach Anbieter</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>Virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>Die Datei konnte nicht gespeichert werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1, ohne %n Versuch mit unbekannten Kosten</numerusform>
            <numerusform>%1, ohne %n Versuche mit unbekannten Kosten</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>The span before</source>
        <translation>Der Zeitraum davor</translation>
    </message>
    <message>
        <source>The span before ([)</source>
        <translation>Der Zeitraum davor ([)</translation>
    </message>
    <message>
        <source>The span after</source>
        <translation>Der Zeitraum danach</translation>
    </message>
    <message>
        <source>The span after (])</source>
        <translation>Der Zeitraum danach (])</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV speichern…</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Alias or model</source>
        <translation>Alias oder Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>By configured model</source>
        <translation>Nach gewünschtem Modell</translation>
    </message>
    <message>
        <source>what your tools asked for</source>
        <translation>was Ihre Programme verlangten</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Nach Anbieter</translation>
    </message>
    <message>
        <source>who was paid</source>
        <translation>wer bezahlt wurde</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>Nach Schlüssel</translation>
    </message>
    <message>
        <source>By virtual key</source>
        <translation>Nach virtuellem Schlüssel</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Nach Programm</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>Die Zahlen als CSV speichern</translation>
    </message>
    <message>
        <source>Picture of the bars (*.png *.svg)</source>
        <translation>Bild der Balken (*.png *.svg)</translation>
    </message>
    <message>
        <source>at this pace about %1 by %2</source>
        <translation>so weiter etwa %1 bis %2</translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation>Daten …</translation>
    </message>
    <message>
        <source>The figures of the charts (T)</source>
        <translation>Die Zahlen der Diagramme (T)</translation>
    </message>
    <message>
        <source>Saved by caching</source>
        <translation>Durch Cache gespart</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>Gestapelte Balken</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message numerus="yes">
        <source>last %n weeks</source>
        <translation>
            <numerusform>letzte Woche</numerusform>
            <numerusform>letzte %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Zeit bis zur Antwort</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Ganze Antwort</translation>
    </message>
    <message>
        <source>Time to answer by provider</source>
        <translation>Zeit bis zur Antwort nach Anbieter</translation>
    </message>
    <message>
        <source>Tokens by kind</source>
        <translation>Tokens nach Art</translation>
    </message>
    <message>
        <source>Failed requests by provider</source>
        <translation>Fehlgeschlagene Anfragen nach Anbieter</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>Diese Anfragen zeigen</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Time to the whole answer</source>
        <translation>Zeit bis zur ganzen Antwort</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>kein Anbieter</translation>
    </message>
    <message>
        <source>no token came from a cache</source>
        <translation>kein Token kam aus einem Cache</translation>
    </message>
    <message>
        <source>without a price of fresh input</source>
        <translation>ohne Preis für neue Eingabe</translation>
    </message>
    <message>
        <source>What tokens from the cache cost, and would have cost as fresh input</source>
        <translation>Was Token aus dem Cache kosteten, und als frische Eingabe gekostet hätten</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::VirtualKeysPage</name>
    <message>
        <source>Virtual keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the selected key</source>
        <translation>Gewählten Schlüssel bearbeiten</translation>
    </message>
    <message>
        <source>New value…</source>
        <translation>Neuer Wert …</translation>
    </message>
    <message>
        <source>Give the selected key a new value</source>
        <translation>Dem gewählten Schlüssel einen neuen Wert geben</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turn the selected key off or on</source>
        <translation>Gewählten Schlüssel aus- oder einschalten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>Neuer virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Without keys every program on this computer may use your providers. Make a key for each tool to see and limit what it uses.</source>
        <translation>Ohne Schlüssel darf jedes Programm auf diesem Rechner Ihre Anbieter benutzen. Legen Sie für jedes Werkzeug einen an, um zu sehen und zu begrenzen, was es verbraucht.</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Make the first virtual key</source>
        <translation>Den ersten virtuellen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The virtual key was not saved</source>
        <translation>Der virtuelle Schlüssel wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Give “%1” a new value?</source>
        <translation>„%1“ einen neuen Wert geben?</translation>
    </message>
    <message>
        <source>Tools that have the present value need the new one. You can let the present value work for another day, or end it now.</source>
        <translation>Werkzeuge mit dem jetzigen Wert brauchen den neuen. Sie können den jetzigen noch einen Tag gelten lassen oder ihn sofort beenden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep the old one for a day</source>
        <translation>Alten einen Tag behalten</translation>
    </message>
    <message>
        <source>End the old one now</source>
        <translation>Alten sofort beenden</translation>
    </message>
    <message>
        <source>The key has no new value</source>
        <translation>Der Schlüssel hat keinen neuen Wert</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The virtual key was not deleted</source>
        <translation>Der virtuelle Schlüssel wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>The setting was not saved</source>
        <translation>Die Einstellung wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Copy the beginning of the value</source>
        <translation>Anfang des Werts kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Require a key</source>
        <translation>Schlüssel verlangen</translation>
    </message>
    <message>
        <source>Refuse requests that show no virtual key</source>
        <translation>Anfragen ablehnen, die keinen virtuellen Schlüssel zeigen</translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>, %n verbraucht</numerusform>
            <numerusform>, %n verbraucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Teams and customers</source>
        <translation>Teams und Kunden</translation>
    </message>
    <message>
        <source>Teams and customers…</source>
        <translation>Teams und Kunden …</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Show the value…</source>
        <translation>Wert anzeigen …</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>The value cannot be had</source>
        <translation>Der Wert ist nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>ui::shell::CommandPalette</name>
    <message>
        <source>%1: %2</source>
        <comment>menu, command</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command or name</source>
        <translation>Befehl oder Name</translation>
    </message>
    <message>
        <source>Page, command or name; &gt; @ # / narrow it</source>
        <translation>Seite, Befehl oder Name; &gt; @ # / grenzen ein</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
</context>
<context>
    <name>ui::shell::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n Anfrage läuft</numerusform>
            <numerusform>%1, %n Anfragen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, needs a look</source>
        <translation>%1, bitte prüfen</translation>
    </message>
</context>
<context>
    <name>ui::shell::StateBlock</name>
    <message>
        <source>Copy the address of the gateway</source>
        <translation>Adresse des Gateways kopieren</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
</context>
<context>
    <name>ui::shell::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>Lauscht auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Capture level: %1</source>
        <translation>Speicherumfang: %1</translation>
    </message>
    <message>
        <source>What is stored of each request. A change counts from the next request on.</source>
        <translation>Was von jeder Anfrage gespeichert wird. Eine Änderung gilt ab der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>Requests stored: %1</source>
        <translation>Gespeicherte Anfragen: %1</translation>
    </message>
    <message>
        <source>Requests not stored: %1</source>
        <translation>Nicht gespeicherte Anfragen: %1</translation>
    </message>
    <message>
        <source>They were answered, but the store could not keep up.</source>
        <translation>Sie wurden beantwortet, aber das Speichern kam nicht nach.</translation>
    </message>
    <message>
        <source>%1. The requests were answered all the same.</source>
        <translation>%1. Die Anfragen wurden trotzdem beantwortet.</translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>spent</comment>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message numerus="yes">
        <source>Without %n tries of unknown cost.</source>
        <translation>
            <numerusform>Ohne %n Versuch mit unbekannten Kosten.</numerusform>
            <numerusform>Ohne %n Versuche mit unbekannten Kosten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent since midnight, local time: %1</source>
        <translation>Seit Mitternacht ausgegeben, Ortszeit: %1</translation>
    </message>
</context>
<context>
    <name>ui::shell::UndoBar</name>
    <message>
        <source>Provider “%1” removed</source>
        <translation>Anbieter „%1“ entfernt</translation>
    </message>
    <message>
        <source>Requests for “%1/…” are refused.</source>
        <translation>Anfragen für „%1/…“ werden abgelehnt.</translation>
    </message>
    <message>
        <source>Key “%1” removed</source>
        <translation>Schlüssel „%1“ entfernt</translation>
    </message>
    <message>
        <source>Rule “%1” removed</source>
        <translation>Regel „%1“ entfernt</translation>
    </message>
    <message>
        <source>Alias “%1” removed</source>
        <translation>Alias „%1“ entfernt</translation>
    </message>
    <message>
        <source>Tools that ask for it get an error until something else serves that name.</source>
        <translation>Werkzeuge, die danach fragen, erhalten einen Fehler, bis etwas anderes diesen Namen bedient.</translation>
    </message>
    <message>
        <source>Virtual key “%1” deleted</source>
        <translation>Virtueller Schlüssel „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Tools that show it are refused.</source>
        <translation>Werkzeuge, die ihn zeigen, werden abgewiesen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Not undone</source>
        <translation>Nicht rückgängig gemacht</translation>
    </message>
    <message>
        <source>Limit of %1 deleted</source>
        <comment>an amount and its window</comment>
        <translation>Grenze von %1 gelöscht</translation>
    </message>
    <message>
        <source>%1: nothing is refused because of it any more.</source>
        <comment>whose limit</comment>
        <translation>%1: Ihretwegen wird nichts mehr abgelehnt.</translation>
    </message>
    <message>
        <source>Team “%1” deleted</source>
        <translation>Team „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Its keys stay, without its limits.</source>
        <translation>Seine Schlüssel bleiben, ohne seine Grenzen.</translation>
    </message>
    <message>
        <source>Customer “%1” deleted</source>
        <translation>Kunde „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Its teams and keys stay, without its limits.</source>
        <translation>Seine Teams und Schlüssel bleiben, ohne seine Grenzen.</translation>
    </message>
</context>
<context>
    <name>ui::widgets::AttemptBars</name>
    <message>
        <source>%1 %2</source>
        <comment>status and its reason</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Try %1: %2, %3, %4.</source>
        <translation>Versuch %1: %2, %3, %4.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1 / %2: %3</source>
        <translation>%1 / %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::widgets::AttentionList</name>
    <message>
        <source>Nothing needs you.</source>
        <translation>Nichts braucht Sie.</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ChartPanel</name>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation>Was mit diesem Diagramm geht</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>Die Datei konnte nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ExpressionEdit</name>
    <message>
        <source>Names that fit</source>
        <translation>Passende Namen</translation>
    </message>
</context>
<context>
    <name>ui::widgets::FactsGrid</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::widgets::FilterCompletion</name>
    <message>
        <source>What can be written here</source>
        <translation>Was hier stehen kann</translation>
    </message>
</context>
<context>
    <name>ui::widgets::LimitField</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MarkBar</name>
    <message>
        <source>Edit comment…</source>
        <translation>Kommentar bearbeiten…</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>Original zeigen</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>Damit vergleichen</translation>
    </message>
    <message>
        <source>Pinned: it stays when old requests are cleared away.</source>
        <translation>Angeheftet: Sie bleibt, wenn alte Anfragen weggeräumt werden.</translation>
    </message>
    <message>
        <source>Repeats %1.</source>
        <translation>Wiederholt %1.</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation>Teil kopieren</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MinuteBars</name>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: %n Anfrage</numerusform>
            <numerusform>%1: %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 gescheitert</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the last hour, %1 of them failed</source>
        <translation>
            <numerusform>%n Anfrage in der letzten Stunde, %1 davon gescheitert</numerusform>
            <numerusform>%n Anfragen in der letzten Stunde, %1 davon gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ReadableChart</name>
    <message>
        <source>%1. %2</source>
        <comment>a chart, its current item</comment>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n items. The arrow keys go through them.</source>
        <translation>
            <numerusform>%n Eintrag. Die Pfeiltasten gehen hindurch.</numerusform>
            <numerusform>%n Einträge. Die Pfeiltasten gehen hindurch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::widgets::RequestDelegate</name>
    <message>
        <source>%1 / </source>
        <comment>provider before its model</comment>
        <translation>%1 / </translation>
    </message>
</context>
<context>
    <name>ui::widgets::SecretLineEdit</name>
    <message>
        <source>Hide what you typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation>Eingabe anzeigen</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SeriesLegend</name>
    <message>
        <source>Series: %1</source>
        <translation>Reihen: %1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SpendCurveChart</name>
    <message>
        <source>%1: %2</source>
        <comment>a time, an amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>stop %1</source>
        <comment>an amount</comment>
        <translation>Stopp %1</translation>
    </message>
    <message>
        <source>warn %1</source>
        <comment>an amount</comment>
        <translation>Warnung %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>an amount</comment>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::StepChart</name>
    <message>
        <source>%1 %2</source>
        <comment>provider, amount</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: nothing</source>
        <comment>a step of time</comment>
        <translation>%1: nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::widgets::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TestStepsView</name>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TimingBar</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>Fehlversuche</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Erzeugung</translation>
    </message>
    <message>
        <source>Our overhead</source>
        <translation>Eigener Aufwand</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>Zeitverlauf der Antwort</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>part of the time, how long</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::widgets::UsageCalendar</name>
    <message>
        <source>%1: %2</source>
        <comment>a day, what was used</comment>
        <translation>%1: %2</translation>
    </message>
</context>
</TS>
