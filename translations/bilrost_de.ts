<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
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
    <name>QObject</name>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Requests for “%1/…” will be refused. Its stored keys (%2) are deleted and cannot be brought back. The history of requests stays.</source>
        <translation>Anfragen an „%1/…“ werden dann abgelehnt. Die gespeicherten Schlüssel (%2) werden gelöscht und lassen sich nicht wiederherstellen. Der Verlauf der Anfragen bleibt erhalten.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
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
        <source>Close</source>
        <translation>Schließen</translation>
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
        <translation>pro Sekunde</translation>
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
        <translation>Bilrost &amp;einrichten…</translation>
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
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
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
        <source>all</source>
        <translation>alle</translation>
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
        <source>Names with commas between them. Empty means all.</source>
        <translation>Namen, durch Kommas getrennt. Leer bedeutet alle.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
</context>
<context>
    <name>ui::dialogs::VirtualKeyDialog</name>
    <message>
        <source>Names with commas between them, as requests name them. Empty means all.</source>
        <translation>Namen mit Kommas dazwischen, so wie Anfragen sie nennen. Leer heißt alle.</translation>
    </message>
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
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1: counted</source>
        <comment>title of a limit</comment>
        <translation>%1: gezählt</translation>
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
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Choose providers to name the models.</source>
        <translation>Wählen Sie Anbieter, um Modelle zu nennen.</translation>
    </message>
    <message>
        <source>Count by the calendar</source>
        <translation>Nach dem Kalender zählen</translation>
    </message>
    <message>
        <source>Days begin at midnight, weeks on Monday, months on the first; else with the first request.</source>
        <translation>Tage beginnen um Mitternacht, Wochen am Montag, Monate am Ersten; sonst mit der ersten Anfrage.</translation>
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
</context>
<context>
    <name>ui::models::RequestTableModel</name>
    <message>
        <source>%1, local time</source>
        <translation>%1, Ortszeit</translation>
    </message>
    <message>
        <source>Time ↓</source>
        <comment>newest first</comment>
        <translation>Zeit ↓</translation>
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
        <source>Fresh input</source>
        <translation>Neue Eingabe</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Cache gelesen</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Cache geschrieben</translation>
    </message>
    <message>
        <source>Whole input</source>
        <translation>Gesamte Eingabe</translation>
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
        <source>Message</source>
        <translation>Meldung</translation>
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
        <source>Network</source>
        <translation>Netzwerk</translation>
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
        <source>Remove…</source>
        <translation>Entfernen…</translation>
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
        <source>Remove…</source>
        <translation>Entfernen…</translation>
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
        <source>Remove the key “%1”?</source>
        <translation>Schlüssel „%1“ entfernen?</translation>
    </message>
    <message>
        <source>It is the only key. Requests for “%1/…” will be refused until there is another one. The value cannot be brought back.</source>
        <translation>Es ist der einzige Schlüssel. Anfragen an „%1/…“ werden abgelehnt, bis es einen anderen gibt. Der Wert lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>The other keys take over. The value cannot be brought back.</source>
        <translation>Die anderen Schlüssel springen ein. Der Wert lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
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
        <source>Remove…</source>
        <translation>Entfernen…</translation>
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
        <source>Copy as cURL with the local address and a placeholder for the key (Ctrl+Shift+C)</source>
        <translation>Als cURL mit der lokalen Adresse und einem Platzhalter für den Schlüssel kopieren (Strg+Umschalt+C)</translation>
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
        <source>Copied as cURL.</source>
        <translation>Als cURL kopiert.</translation>
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
        <source>Filter by model, provider, client, error or id</source>
        <translation>Nach Modell, Anbieter, Client, Fehler oder Id filtern</translation>
    </message>
    <message>
        <source>Filter the requests (Ctrl+F)</source>
        <translation>Anfragen filtern (Strg+F)</translation>
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
        <source>Cancel request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
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
    <name>ui::pages::VirtualKeysPage</name>
    <message>
        <source>Virtual keys</source>
        <translation>Virtuelle Schlüssel</translation>
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
        <source>Delete the virtual key “%1”?</source>
        <translation>Den virtuellen Schlüssel „%1“ löschen?</translation>
    </message>
    <message>
        <source>Tools that show it are refused from now on, and it cannot be brought back. What it used stays in the history. To stop it for a while, turn it off.</source>
        <translation>Werkzeuge, die ihn zeigen, werden ab jetzt abgelehnt, und er lässt sich nicht zurückholen. Was er verbraucht hat, bleibt im Verlauf. Um ihn eine Weile anzuhalten, schalten Sie ihn aus.</translation>
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
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
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
    <name>ui::widgets::FactsGrid</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
</TS>
