<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AttentionItems</name>
    <message>
        <source>The gateway is not running</source>
        <translation>El gateway no está en ejecución</translation>
    </message>
    <message>
        <source>No program reaches it until it listens.</source>
        <translation>Ningún programa puede acceder a él hasta que escuche.</translation>
    </message>
    <message>
        <source>Choose a port</source>
        <translation>Elegir un puerto</translation>
    </message>
    <message>
        <source>Requests could not be stored</source>
        <translation>No se pudieron guardar solicitudes</translation>
    </message>
    <message>
        <source>%1 requests were not stored. They still went through.</source>
        <translation>%1 solicitudes no se guardaron. Aun así, se atendieron.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Abrir la configuración</translation>
    </message>
    <message>
        <source>%1 of %2 requests of the last hour failed</source>
        <translation>Fallaron %1 de %2 solicitudes de la última hora</translation>
    </message>
    <message>
        <source>No request of the last hour failed</source>
        <translation>No falló ninguna solicitud de la última hora</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>Introducir una clave nueva</translation>
    </message>
    <message>
        <source>Open provider</source>
        <translation>Abrir el proveedor</translation>
    </message>
    <message>
        <source>%1 has spent its budget of %2</source>
        <translation>%1 ha agotado su presupuesto de %2</translation>
    </message>
    <message>
        <source>%1 has used %2 of its budget</source>
        <translation>%1 ha consumido el %2 de su presupuesto</translation>
    </message>
    <message>
        <source>Its requests are refused</source>
        <translation>Sus solicitudes se rechazan</translation>
    </message>
    <message>
        <source>Its requests are refused; free again %1</source>
        <translation>Sus solicitudes se rechazan; disponible de nuevo: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>Abrir la clave</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: %1</source>
        <translation>
            <numerusform>Falló %n solicitud: %1</numerusform>
            <numerusform>Fallaron %n solicitudes: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 falló: %2</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>Una solicitud</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>Abrir la solicitud</translation>
    </message>
    <message numerus="yes">
        <source>%n tries of today have no price</source>
        <translation>
            <numerusform>%n intento de hoy no tiene precio</numerusform>
            <numerusform>%n intentos de hoy no tienen precio</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in no sum</source>
        <translation>No están en ninguna suma</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Fijar un precio</translation>
    </message>
    <message>
        <source>The changed configuration file is not in force</source>
        <translation>El archivo de configuración modificado no está en vigor</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>Este equipo no tiene conexión</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>Solo se llega a los proveedores que están en él. Los demás se prueban de nuevo cuando vuelva la red.</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose, percent</comment>
        <translation>%1: consumido el %2 del presupuesto</translation>
    </message>
    <message>
        <source>%1: %2 of the limit is used</source>
        <comment>whose, percent</comment>
        <translation>%1: consumido el %2 del límite</translation>
    </message>
    <message>
        <source>Open limit</source>
        <translation>Abrir el límite</translation>
    </message>
    <message>
        <source>%1: the budget of %2 is spent</source>
        <comment>whose, an amount</comment>
        <translation>%1: el presupuesto de %2 está agotado</translation>
    </message>
    <message>
        <source>%1: the limit is used up</source>
        <comment>whose</comment>
        <translation>%1: el límite está agotado</translation>
    </message>
</context>
<context>
    <name>ClientFiles</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>%1 is too large for settings.</source>
        <translation>%1 es demasiado grande para ser un archivo de configuración.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>%1 is set in the environment, and counts before what is in the file.</source>
        <translation>%1 está definida en el entorno y tiene prioridad sobre el archivo.</translation>
    </message>
    <message>
        <source>%1 was changed since; what you see removed goes too.</source>
        <translation>%1 ha cambiado desde entonces; lo que aparece como quitado también se perderá.</translation>
    </message>
    <message>
        <source>%1 has changed just now. Nothing was written.</source>
        <translation>%1 acaba de cambiar. No se ha escrito nada.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>No se puede eliminar %1.</translation>
    </message>
    <message>
        <source>The file is not valid JSON at line %1.</source>
        <translation>El archivo no es JSON válido en la línea %1.</translation>
    </message>
    <message>
        <source>“%1” is not an object in the file.</source>
        <translation>“%1” no es un objeto en el archivo.</translation>
    </message>
    <message>
        <source>The file is not valid TOML at line %1.</source>
        <translation>El archivo no es TOML válido en la línea %1.</translation>
    </message>
    <message>
        <source>“%1” is written there in a way that Bilrost does not change.</source>
        <translation>“%1” está escrito ahí de una forma que Bilrost no modifica.</translation>
    </message>
</context>
<context>
    <name>ComparisonFacts</name>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>Clave virtual</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta de acceso</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Modelo pedido</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Answered model</source>
        <translation>Modelo que respondió</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Tokens de entrada</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>de ellos, en caché</translation>
    </message>
    <message>
        <source>Written to the cache</source>
        <translation>Escritos en la caché</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Tokens de salida</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Tamaño de la solicitud</translation>
    </message>
    <message>
        <source>Conversion notes</source>
        <translation>Notas de la conversión</translation>
    </message>
</context>
<context>
    <name>ConfigurationExport</name>
    <message>
        <source>Export configuration</source>
        <translation>Exportar la configuración</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>Configuración (*.json)</translation>
    </message>
    <message>
        <source>The configuration was not exported</source>
        <translation>No se exportó la configuración</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The configuration is in %1</source>
        <translation>La configuración está en %1</translation>
    </message>
    <message>
        <source>It has no secrets. Keys from variables stand in it as env.NAME; a Bilrost that has the other keys keeps them, and elsewhere they have to be entered again.</source>
        <translation>No contiene secretos. Las claves tomadas de variables figuran como env.NOMBRE; un Bilrost que ya tenga las demás claves las conserva, y en otro lugar hay que volver a introducirlas.</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>1 line</source>
        <translation>1 línea</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n línea</numerusform>
            <numerusform>%n líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation>1 llamada a herramienta</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n llamada a herramienta</numerusform>
            <numerusform>%n llamadas a herramientas</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier messages</source>
        <translation>
            <numerusform>%n mensaje anterior</numerusform>
            <numerusform>%n mensajes anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all: %1</source>
        <translation>Mostrar todo: %1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Razonamiento</translation>
    </message>
    <message>
        <source>not shown by the provider</source>
        <translation>no mostrado por el proveedor</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>herramienta</translation>
    </message>
    <message>
        <source>arguments arriving</source>
        <translation>llegan los argumentos</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazo</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>Resultado de herramienta</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Another part</source>
        <translation>Otra parte</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>Cache write, 1 hour</source>
        <translation>Escritura en caché, 1 hora</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Razonamiento</translation>
    </message>
    <message>
        <source>Audio input</source>
        <translation>Entrada de audio</translation>
    </message>
    <message>
        <source>Audio output</source>
        <translation>Salida de audio</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Búsquedas</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sin precio</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>al menos %1</translation>
    </message>
    <message>
        <source>Try %1, %2</source>
        <translation>Intento %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>The cost of %n tries is not known.</source>
        <translation>
            <numerusform>No se conoce el coste de %n intento.</numerusform>
            <numerusform>No se conoce el coste de %n intentos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fresh input</source>
        <translation>Entrada nueva</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Lectura de caché</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura en caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>de ello, razonamiento</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>The answer was cut, so this is the least that it cost.</source>
        <translation>La respuesta se cortó, así que esto es lo mínimo que costó.</translation>
    </message>
    <message>
        <source>The provider told this cost.</source>
        <translation>Este coste lo indicó el proveedor.</translation>
    </message>
    <message>
        <source>Price: %1.</source>
        <translation>Precio: %1.</translation>
    </message>
    <message>
        <source>The provider says %1.</source>
        <translation>El proveedor indica %1.</translation>
    </message>
    <message>
        <source>Service tier: %1.</source>
        <translation>Nivel de servicio: %1.</translation>
    </message>
    <message>
        <source>Pictures read</source>
        <translation>Imágenes leídas</translation>
    </message>
    <message>
        <source>Pictures made</source>
        <translation>Imágenes creadas</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Seconds of sound</source>
        <translation>Segundos de sonido</translation>
    </message>
    <message>
        <source>Characters spoken</source>
        <translation>Caracteres leídos en voz alta</translation>
    </message>
</context>
<context>
    <name>DisplayFormat</name>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>thousand millions</comment>
        <translation>%1 mil M</translation>
    </message>
    <message>
        <source>%1 T</source>
        <comment>million millions</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
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
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation>%1 US$</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent; add a space where the language has one</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>S&amp;eleccionar todo</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The provider cannot be reached</source>
        <translation>No se puede contactar con el proveedor</translation>
    </message>
    <message>
        <source>The connection broke before the answer ended</source>
        <translation>La conexión se interrumpió antes de que terminara la respuesta</translation>
    </message>
    <message>
        <source>The provider did not answer in time</source>
        <translation>El proveedor no respondió a tiempo</translation>
    </message>
    <message>
        <source>The provider&apos;s certificate is not accepted</source>
        <translation>No se acepta el certificado del proveedor</translation>
    </message>
    <message>
        <source>The proxy refuses or cannot be reached</source>
        <translation>El proxy rechaza la conexión o no es accesible</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read</source>
        <translation>No se puede leer la respuesta del proveedor</translation>
    </message>
    <message>
        <source>The client ended the connection</source>
        <translation>El cliente cerró la conexión</translation>
    </message>
    <message>
        <source>Cancelled in this window</source>
        <translation>Cancelada en esta ventana</translation>
    </message>
    <message>
        <source>The request names no model</source>
        <translation>La solicitud no indica ningún modelo</translation>
    </message>
    <message>
        <source>No provider has this model</source>
        <translation>Ningún proveedor tiene este modelo</translation>
    </message>
    <message>
        <source>This provider is not set up</source>
        <translation>Este proveedor no está configurado</translation>
    </message>
    <message>
        <source>No key may be used for this model</source>
        <translation>No se puede usar ninguna clave para este modelo</translation>
    </message>
    <message>
        <source>The key cannot be read or stored</source>
        <translation>La clave no se puede leer o guardar</translation>
    </message>
    <message>
        <source>The store failed</source>
        <translation>Falló el almacenamiento</translation>
    </message>
    <message>
        <source>Bilrost was about to stop</source>
        <translation>Bilrost estaba a punto de detenerse</translation>
    </message>
    <message>
        <source>Too many connections at once</source>
        <translation>Demasiadas conexiones a la vez</translation>
    </message>
    <message>
        <source>The request is not valid JSON</source>
        <translation>La solicitud no es JSON válido</translation>
    </message>
    <message>
        <source>The request is not valid HTTP</source>
        <translation>La solicitud no es HTTP válido</translation>
    </message>
    <message>
        <source>The provider cannot do this operation</source>
        <translation>El proveedor no admite esta operación</translation>
    </message>
    <message>
        <source>The request is packed in an unknown way</source>
        <translation>La solicitud está comprimida de una forma desconocida</translation>
    </message>
    <message>
        <source>This virtual key does not exist</source>
        <translation>Esta clave virtual no existe</translation>
    </message>
    <message>
        <source>A virtual key is needed</source>
        <translation>Se necesita una clave virtual</translation>
    </message>
    <message>
        <source>This virtual key is turned off or has expired</source>
        <translation>Esta clave virtual está desactivada o ha caducado</translation>
    </message>
    <message>
        <source>The virtual key may not use this model</source>
        <translation>La clave virtual no puede usar este modelo</translation>
    </message>
    <message>
        <source>The virtual key may not use this provider</source>
        <translation>La clave virtual no puede usar este proveedor</translation>
    </message>
    <message>
        <source>A budget is spent</source>
        <translation>Se ha agotado un presupuesto</translation>
    </message>
    <message>
        <source>The tokens of a limit are used up</source>
        <translation>Se han agotado los tokens de un límite</translation>
    </message>
    <message>
        <source>The requests of a limit are used up</source>
        <translation>Se han agotado las solicitudes de un límite</translation>
    </message>
    <message>
        <source>Running requests hold what is left of a limit</source>
        <translation>Las solicitudes en curso ocupan lo que queda de un límite</translation>
    </message>
    <message>
        <source>Refused: called under a foreign host name</source>
        <translation>Rechazada: se llamó con un nombre de host ajeno</translation>
    </message>
    <message>
        <source>Refused: called from a foreign web page</source>
        <translation>Rechazada: se llamó desde una página web ajena</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>La solicitud es demasiado grande</translation>
    </message>
    <message>
        <source>The client was too slow</source>
        <translation>El cliente fue demasiado lento</translation>
    </message>
    <message>
        <source>The account has no credit left</source>
        <translation>A la cuenta no le queda saldo</translation>
    </message>
    <message>
        <source>The provider refuses the key</source>
        <translation>El proveedor rechaza la clave</translation>
    </message>
    <message>
        <source>The key may not do this</source>
        <translation>La clave no tiene permiso para esto</translation>
    </message>
    <message>
        <source>The provider does not know this model or address</source>
        <translation>El proveedor no conoce este modelo o esta dirección</translation>
    </message>
    <message>
        <source>The request is too large for the provider</source>
        <translation>La solicitud es demasiado grande para el proveedor</translation>
    </message>
    <message>
        <source>The provider limits the rate right now</source>
        <translation>El proveedor limita ahora la frecuencia</translation>
    </message>
    <message>
        <source>The provider is overloaded</source>
        <translation>El proveedor está sobrecargado</translation>
    </message>
    <message>
        <source>The provider failed inside</source>
        <translation>Error interno del proveedor</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the two letters of the language of this translation</comment>
        <translation>es</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, details</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FilterLanguage</name>
    <message>
        <source>This bracket closes nothing.</source>
        <translation>Este paréntesis no cierra nada.</translation>
    </message>
    <message>
        <source>Something is missing behind “and”.</source>
        <translation>Falta algo después de “and”.</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Aquí falta algo.</translation>
    </message>
    <message>
        <source>This bracket is not closed.</source>
        <translation>Este paréntesis no se cierra.</translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation>Estas comillas no se cierran.</translation>
    </message>
    <message>
        <source>“%1” is no field. Put a text that has “%2” into quotation marks.</source>
        <translation>“%1” no es un campo. Escriba entre comillas un texto que contenga “%2”.</translation>
    </message>
    <message>
        <source>The value of “%1” is missing.</source>
        <translation>Falta el valor de “%1”.</translation>
    </message>
    <message>
        <source>“%1” has no order; write %1:%2.</source>
        <translation>“%1” no tiene orden; escriba %1:%2.</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a value of %2. Write it like %3.</source>
        <translation>“%1” no se puede leer como valor de %2. Escríbalo así: %3.</translation>
    </message>
    <message>
        <source>“%1” is no state. There are: %2.</source>
        <translation>“%1” no es un estado. Los estados son: %2.</translation>
    </message>
    <message>
        <source>A request cannot be “%1”. There are: %2.</source>
        <translation>Una solicitud no puede ser “%1”. Las opciones son: %2.</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>between words of which one must hold</comment>
        <translation>, o </translation>
    </message>
    <message>
        <source>anything</source>
        <translation>cualquier cosa</translation>
    </message>
    <message>
        <source>the client</source>
        <translation>el cliente</translation>
    </message>
    <message>
        <source>the model that was asked for</source>
        <translation>el modelo pedido</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>el proveedor</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>el modelo</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>la clave</translation>
    </message>
    <message>
        <source>the virtual key</source>
        <translation>la clave virtual</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>la sesión</translation>
    </message>
    <message>
        <source>the error</source>
        <translation>el error</translation>
    </message>
    <message>
        <source>the id</source>
        <translation>el id.</translation>
    </message>
    <message>
        <source>the operation</source>
        <translation>la operación</translation>
    </message>
    <message>
        <source>the reason of the end</source>
        <translation>el motivo del final</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>el comentario</translation>
    </message>
    <message>
        <source>the status</source>
        <translation>el código de estado</translation>
    </message>
    <message>
        <source>the number of tries</source>
        <translation>el número de intentos</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>el coste</translation>
    </message>
    <message>
        <source>the duration</source>
        <translation>la duración</translation>
    </message>
    <message>
        <source>the time to the first token</source>
        <translation>el tiempo hasta el primer token</translation>
    </message>
    <message>
        <source>the number of input tokens</source>
        <translation>el número de tokens de entrada</translation>
    </message>
    <message>
        <source>the number of cached tokens</source>
        <translation>el número de tokens en caché</translation>
    </message>
    <message>
        <source>the number of output tokens</source>
        <translation>el número de tokens de salida</translation>
    </message>
    <message>
        <source>the size of the answer</source>
        <translation>el tamaño de la respuesta</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>el estado</translation>
    </message>
    <message>
        <source>it is a stream</source>
        <translation>es un stream</translation>
    </message>
    <message>
        <source>it fell back</source>
        <translation>pasó a un respaldo</translation>
    </message>
    <message>
        <source>it has no price</source>
        <translation>no tiene precio</translation>
    </message>
    <message>
        <source>it is pinned</source>
        <translation>está anclada</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>field, value</comment>
        <translation>%1 es %2</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1 contiene “%2”</translation>
    </message>
    <message>
        <source>%1 is “%2”</source>
        <translation>%1 es “%2”</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1 es menor que %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1 es como máximo %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1 es mayor que %2</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1 es como mínimo %2</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>no (%1)</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, y </translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>lo dicho</translation>
    </message>
</context>
<context>
    <name>LimitRaising</name>
    <message>
        <source>The limit stays as it was</source>
        <translation>El límite queda como estaba</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Allow more until %1</source>
        <translation>&amp;Permitir más hasta %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>an amount</comment>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>Another amount or end…</source>
        <translation>Otra cantidad u otro final…</translation>
    </message>
    <message>
        <source>Take back what was allowed</source>
        <translation>Retirar lo permitido</translation>
    </message>
</context>
<context>
    <name>OwnedLimits</name>
    <message>
        <source>Key %1, only %2</source>
        <comment>name of a virtual key, of a provider</comment>
        <translation>Clave %1, solo %2</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Todas las solicitudes</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Proveedor %1</translation>
    </message>
    <message>
        <source>Model or alias %1</source>
        <translation>Modelo o alias %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Cliente %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Equipo %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <comment>name of a virtual key</comment>
        <translation>Clave %1</translation>
    </message>
    <message>
        <source>not begun</source>
        <comment>the window of a limit</comment>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a limit that is not used up</comment>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>%1, %2 more until %3</source>
        <comment>state of a limit, an amount, a time</comment>
        <translation>%1, %2 más hasta: %3</translation>
    </message>
</context>
<context>
    <name>PrefixWords</name>
    <message>
        <source>system text</source>
        <translation>texto del sistema</translation>
    </message>
    <message>
        <source>text of the user</source>
        <translation>texto del usuario</translation>
    </message>
    <message>
        <source>text of the assistant</source>
        <translation>texto del asistente</translation>
    </message>
    <message>
        <source>tool result</source>
        <translation>resultado de herramienta</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>razonamiento</translation>
    </message>
    <message>
        <source>tool call</source>
        <translation>llamada a herramienta</translation>
    </message>
    <message>
        <source>image</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>audio</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>rechazo</translation>
    </message>
    <message>
        <source>another part</source>
        <translation>otra parte</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>Herramienta %1</translation>
    </message>
    <message>
        <source>Tool %1, %2</source>
        <translation>Herramienta %1, %2</translation>
    </message>
    <message>
        <source>System text, block %1</source>
        <translation>Texto del sistema, bloque %1</translation>
    </message>
    <message>
        <source>Message %1, %2</source>
        <translation>Mensaje %1, %2</translation>
    </message>
    <message>
        <source>The later prompt begins with all of the earlier one: about %1 tokens can be read from the cache.</source>
        <translation>El prompt posterior empieza con todo el anterior: unos %1 tokens se pueden leer de la caché.</translation>
    </message>
    <message>
        <source>%1: differs from here.</source>
        <translation>%1: difiere a partir de aquí.</translation>
    </message>
    <message>
        <source>%1: only the earlier request has it.</source>
        <translation>%1: solo lo tiene la solicitud anterior.</translation>
    </message>
    <message>
        <source>%1: only the later request has it.</source>
        <translation>%1: solo lo tiene la solicitud posterior.</translation>
    </message>
    <message>
        <source>About %1 tokens before it can be read from the cache, %2 from it on cannot.</source>
        <translation>Unos %1 tokens anteriores se pueden leer de la caché; los %2 que siguen, no.</translation>
    </message>
    <message>
        <source>Another provider answered (%1, then %2): each has a cache of its own.</source>
        <translation>Respondió otro proveedor (%1, luego %2): cada uno tiene su propia caché.</translation>
    </message>
    <message>
        <source>Another model answered (%1, then %2): each has a cache of its own.</source>
        <translation>Respondió otro modelo (%1, luego %2): cada uno tiene su propia caché.</translation>
    </message>
    <message>
        <source>Another key was used (%1, then %2): caches belong to an account.</source>
        <translation>Se usó otra clave (%1, luego %2): las cachés pertenecen a una cuenta.</translation>
    </message>
    <message>
        <source>Thinking or the choice of tools was set differently: Anthropic then reads no message from the cache.</source>
        <translation>El razonamiento o la elección de herramientas se configuró de otra forma: en ese caso Anthropic no lee ningún mensaje de la caché.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes lie between them; most caches are kept for five.</source>
        <translation>
            <numerusform>Las separa %n minuto; la mayoría de las cachés se conservan cinco.</numerusform>
            <numerusform>Las separan %n minutos; la mayoría de las cachés se conservan cinco.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>address and key</source>
        <translation>dirección y clave</translation>
    </message>
    <message>
        <source>on port %1</source>
        <translation>en el puerto %1</translation>
    </message>
    <message>
        <source>key needed</source>
        <translation>requiere clave</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>sin clave</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible</source>
        <translation>Compatible con OpenAI</translation>
    </message>
    <message>
        <source>Any Anthropic-compatible</source>
        <translation>Compatible con Anthropic</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>a picture</source>
        <translation>por imagen</translation>
    </message>
    <message>
        <source>a picture (%1)</source>
        <translation>por imagen (%1)</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>por segundo</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>por carácter</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>por búsqueda</translation>
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
        <translation> Respondió: “%1”</translation>
    </message>
    <message>
        <source> You can make a new one at %1.</source>
        <translation> Puede crear una nueva en %1.</translation>
    </message>
    <message>
        <source>The key is right, but its account has no credit left. Add credit at the provider.</source>
        <translation>La clave es correcta, pero a su cuenta no le queda saldo. Añada saldo en el proveedor.</translation>
    </message>
    <message>
        <source>The key was refused (401). Check that it is complete.</source>
        <translation>Se rechazó la clave (401). Compruebe que está completa.</translation>
    </message>
    <message>
        <source>The key is known, but may not do this (403). Check its permissions and region.</source>
        <translation>La clave es conocida, pero no tiene permiso para esto (403). Compruebe sus permisos y su región.</translation>
    </message>
    <message>
        <source>The provider does not have this model (404). Choose one of the listed models.</source>
        <translation>El proveedor no tiene este modelo (404). Elija uno de los modelos de la lista.</translation>
    </message>
    <message>
        <source>The address answers, but not with this API (404). Check the address.</source>
        <translation>La dirección responde, pero no con esta API (404). Compruebe la dirección.</translation>
    </message>
    <message>
        <source>The provider limits the rate of this key right now (429). Try again in a moment.</source>
        <translation>El proveedor limita ahora la frecuencia de esta clave (429). Vuelva a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>The provider has a problem of its own (%1). Try again later.</source>
        <translation>El proveedor tiene un problema propio (%1). Vuelva a intentarlo más tarde.</translation>
    </message>
    <message>
        <source>The provider refused the request (%1).</source>
        <translation>El proveedor rechazó la solicitud (%1).</translation>
    </message>
    <message>
        <source>This provider does not list its models.</source>
        <translation>Este proveedor no ofrece una lista de sus modelos.</translation>
    </message>
    <message>
        <source>Only an answer shows whether the key is right. Ask for a short answer.</source>
        <translation>Solo una respuesta muestra si la clave es correcta. Pida una respuesta corta.</translation>
    </message>
    <message>
        <source>This server asks for a key (401), and none is set up. Add one and test again.</source>
        <translation>Este servidor pide una clave (401) y no hay ninguna configurada. Añada una y vuelva a probar.</translation>
    </message>
    <message>
        <source>The provider answered, but without any text.</source>
        <translation>El proveedor respondió, pero sin ningún texto.</translation>
    </message>
    <message>
        <source>No key is needed.</source>
        <translation>No se necesita clave.</translation>
    </message>
    <message>
        <source>The address answers, but not with a list of models. Check that it is the API&apos;s address and not a web page.</source>
        <translation>La dirección responde, pero no con una lista de modelos. Compruebe que es la dirección de la API y no una página web.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no model to ask. Load a model in the server, or name one.</source>
        <translation>No hay ningún modelo al que preguntar. Cargue un modelo en el servidor o indique uno.</translation>
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
        <translation>. El reloj de este equipo se desvía %1 s; ajústelo.</translation>
    </message>
    <message>
        <source>, through the proxy %1 of the environment or the system</source>
        <translation>, a través del proxy %1 del entorno o del sistema</translation>
    </message>
    <message>
        <source>, through the proxy %1 of this provider</source>
        <translation>, a través del proxy %1 de este proveedor</translation>
    </message>
    <message>
        <source>No model is asked in a test: each takes an input of its own.</source>
        <translation>En la prueba no se consulta ningún modelo: cada uno admite una entrada propia.</translation>
    </message>
</context>
<context>
    <name>ProviderWords</name>
    <message>
        <source>Not used yet</source>
        <translation>Aún sin usar</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>En buen estado</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Lento</translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation>Clave rechazada</translation>
    </message>
    <message>
        <source>Cooling down</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Answers with errors</source>
        <translation>Responde con errores</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Inaccesible</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>no necesita clave</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 clave</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n clave</numerusform>
            <numerusform>%n claves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestComparison</name>
    <message>
        <source>The body of one of them was not stored.</source>
        <translation>El cuerpo de una de ellas no se guardó.</translation>
    </message>
    <message>
        <source>They are of different dialects, so nothing of their prompts is the same.</source>
        <translation>Son de dialectos distintos, así que sus prompts no tienen nada en común.</translation>
    </message>
    <message>
        <source>This operation has no prompt.</source>
        <translation>Esta operación no tiene prompt.</translation>
    </message>
    <message>
        <source>The body of one of them was stored in part only.</source>
        <translation>El cuerpo de una de ellas solo se guardó en parte.</translation>
    </message>
    <message>
        <source>No prompt can be read in one of them.</source>
        <translation>En una de ellas no se puede leer ningún prompt.</translation>
    </message>
</context>
<context>
    <name>RequestDetailView</name>
    <message>
        <source>This operation has no conversation.</source>
        <translation>Esta operación no tiene conversación.</translation>
    </message>
    <message>
        <source>Only totals were stored.</source>
        <translation>Solo se guardaron los totales.</translation>
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
        <translation>el cliente se fue tras 1 token</translation>
    </message>
    <message numerus="yes">
        <source>client left after %n tokens</source>
        <translation>
            <numerusform>el cliente se fue tras %n token</numerusform>
            <numerusform>el cliente se fue tras %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>client left during the answer</source>
        <translation>el cliente se fue durante la respuesta</translation>
    </message>
    <message>
        <source>client left before the answer</source>
        <translation>el cliente se fue antes de la respuesta</translation>
    </message>
    <message>
        <source>stream cut at 1 token</source>
        <translation>stream cortado en 1 token</translation>
    </message>
    <message numerus="yes">
        <source>stream cut at %n tokens</source>
        <translation>
            <numerusform>stream cortado en %n token</numerusform>
            <numerusform>stream cortado en %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>stream cut</source>
        <translation>stream cortado</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>el proveedor</translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed tries</source>
        <translation>
            <numerusform>Respondió %1 tras %n intento fallido</numerusform>
            <numerusform>Respondió %1 tras %n intentos fallidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 after 1 failed try</source>
        <translation>Respondió %1 tras 1 intento fallido</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Respondió %1</translation>
    </message>
    <message>
        <source>Refused before it was sent</source>
        <translation>Rechazada antes de enviarse</translation>
    </message>
    <message>
        <source>%1 refused the request (%2)</source>
        <translation>%1 rechazó la solicitud (%2)</translation>
    </message>
    <message>
        <source>No provider answered</source>
        <translation>Ningún proveedor respondió</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed after %n tries</source>
        <translation>
            <numerusform>%1 falló tras %n intento</numerusform>
            <numerusform>%1 falló tras %n intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 falló</translation>
    </message>
    <message>
        <source>waiting, try %1</source>
        <translation>en espera, intento %1</translation>
    </message>
    <message>
        <source>waiting for first token</source>
        <translation>en espera del primer token</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>transmitiendo</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>tras %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>En espera de %1</translation>
    </message>
    <message>
        <source>Streaming from %1</source>
        <translation>Transmitiendo desde %1</translation>
    </message>
    <message>
        <source>Rate limited by %1</source>
        <translation>Frecuencia limitada por %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>The stream from %1 was cut</source>
        <translation>Se cortó el stream de %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviada</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider / model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>A client</source>
        <translation>Un cliente</translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <translation>%1 pidió %2</translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation>%1 sustituyó a %2</translation>
    </message>
    <message>
        <source>1 try, %1</source>
        <translation>1 intento, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries, %1</source>
        <translation>
            <numerusform>%n intento, %1</numerusform>
            <numerusform>%n intentos, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message>
        <source>as asked for</source>
        <translation>el que se pida</translation>
    </message>
    <message>
        <source>, then %1</source>
        <translation>, luego %1</translation>
    </message>
    <message>
        <source>for the virtual key %1</source>
        <translation>para la clave virtual %1</translation>
    </message>
    <message>
        <source>for the team %1</source>
        <translation>para el equipo %1</translation>
    </message>
    <message>
        <source>for the customer %1</source>
        <translation>para el cliente %1</translation>
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
        <translation>Retenido por usted</translation>
    </message>
    <message>
        <source>Serves, but failed just now</source>
        <translation>En servicio, pero acaba de fallar</translation>
    </message>
    <message>
        <source>Not asked for now</source>
        <translation>No se usa por ahora</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation>Se está probando de nuevo</translation>
    </message>
    <message>
        <source>can be used</source>
        <translation>se puede usar</translation>
    </message>
    <message>
        <source>is turned off</source>
        <translation>está desactivada</translation>
    </message>
    <message>
        <source>must not use this model</source>
        <translation>tiene vetado este modelo</translation>
    </message>
    <message>
        <source>may not use this model</source>
        <translation>no admite este modelo</translation>
    </message>
    <message>
        <source>is not permitted to the virtual key</source>
        <translation>no está permitida para la clave virtual</translation>
    </message>
    <message>
        <source>is not the one that is named</source>
        <translation>no es la que se indica</translation>
    </message>
    <message>
        <source>has no value that can be read</source>
        <translation>no tiene un valor legible</translation>
    </message>
    <message>
        <source>was tried before</source>
        <translation>ya se probó</translation>
    </message>
    <message>
        <source>rests for %1</source>
        <translation>en pausa durante %1</translation>
    </message>
    <message>
        <source>does not know this alias</source>
        <translation>no conoce este alias</translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>1 request</source>
        <translation>1 solicitud</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 solicitudes</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fallidas</translation>
    </message>
    <message>
        <source>Without a session</source>
        <translation>Sin sesión</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last request</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sin precio</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>cost</comment>
        <translation>al menos %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Sesión %1</translation>
    </message>
    <message>
        <source>Open, Left closes it</source>
        <translation>Abierta; Izquierda la cierra</translation>
    </message>
    <message>
        <source>Closed, Right opens it</source>
        <translation>Cerrada; Derecha la abre</translation>
    </message>
</context>
<context>
    <name>SpendCurve</name>
    <message>
        <source>Nothing limits what this key spends.</source>
        <translation>Nada limita lo que gasta esta clave.</translation>
    </message>
    <message>
        <source>The budget is spent. Requests are refused until %1.</source>
        <translation>El presupuesto está agotado. Las solicitudes se rechazan hasta: %1.</translation>
    </message>
    <message>
        <source>Nothing of the budget is spent.</source>
        <translation>No se ha gastado nada del presupuesto.</translation>
    </message>
    <message>
        <source>The budget begins anew at %1.</source>
        <translation>El presupuesto se reinicia: %1.</translation>
    </message>
    <message>
        <source>At this pace %1 are spent when the budget begins anew at %2.</source>
        <translation>A este ritmo se habrán gastado %1 cuando el presupuesto se reinicie (%2).</translation>
    </message>
    <message>
        <source>At this pace the budget is spent at about %1. Requests are then refused until %2.</source>
        <translation>A este ritmo el presupuesto se agota hacia: %1. Después, las solicitudes se rechazan hasta: %2.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Gastado</translation>
    </message>
</context>
<context>
    <name>StateBlock</name>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Sin ejecutar</translation>
    </message>
</context>
<context>
    <name>StateShape</name>
    <message>
        <source>In flight</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Transmitiendo</translation>
    </message>
    <message>
        <source>Ok</source>
        <translation>Correcta</translation>
    </message>
    <message>
        <source>Client error</source>
        <translation>Error del cliente</translation>
    </message>
    <message>
        <source>Upstream error</source>
        <translation>Error del proveedor</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Límite de frecuencia</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Cancelled by client</source>
        <translation>Cancelada por el cliente</translation>
    </message>
    <message>
        <source>Broken stream</source>
        <translation>Stream interrumpido</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Storing no bodies</source>
        <translation>No se guardan cuerpos</translation>
    </message>
    <message>
        <source>Storing bodies of errors</source>
        <translation>Se guardan los cuerpos de los errores</translation>
    </message>
    <message>
        <source>Storing everything</source>
        <translation>Se guarda todo</translation>
    </message>
    <message>
        <source>Keys in the system keychain</source>
        <translation>Claves en el llavero del sistema</translation>
    </message>
    <message>
        <source>Keys in an encrypted file</source>
        <translation>Claves en un archivo cifrado</translation>
    </message>
    <message>
        <source>Keys in memory only</source>
        <translation>Claves solo en memoria</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadatos</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
</context>
<context>
    <name>StepWriter</name>
    <message>
        <source>The client gets an error</source>
        <translation>El cliente recibe un error</translation>
    </message>
    <message>
        <source>Client asks for no model</source>
        <translation>El cliente no pide ningún modelo</translation>
    </message>
    <message>
        <source>Client asks for %1</source>
        <translation>El cliente pide %1</translation>
    </message>
    <message>
        <source>Virtual key %1</source>
        <translation>Clave virtual %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Sesión %1</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>coincide</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>incorrecta</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>not for this caller</source>
        <translation>no es para este solicitante</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>sin destino</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regla %1</translation>
    </message>
    <message>
        <source>Rule %1, asked again</source>
        <translation>Regla %1, consultada de nuevo</translation>
    </message>
    <message>
        <source>Matches every request</source>
        <translation>Coincide con todas las solicitudes</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>Va a %1</translation>
    </message>
    <message>
        <source>%1: as before in this session</source>
        <translation>%1: como antes en esta sesión</translation>
    </message>
    <message>
        <source>%1: %2, drawn</source>
        <translation>%1: %2, por sorteo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No rule decides</source>
        <translation>Ninguna regla decide</translation>
    </message>
    <message>
        <source>The request goes where it asks to go.</source>
        <translation>La solicitud va adonde pide ir.</translation>
    </message>
    <message>
        <source>No provider is known for this name</source>
        <translation>No se conoce ningún proveedor para este nombre</translation>
    </message>
    <message>
        <source>%1 takes the name</source>
        <translation>%1 acepta el nombre</translation>
    </message>
    <message>
        <source>Key %1, as before in this session</source>
        <translation>Clave %1, como antes en esta sesión</translation>
    </message>
    <message>
        <source>Key %1, drawn with a chance of %2</source>
        <translation>Clave %1, por sorteo con una probabilidad de %2</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Clave %1</translation>
    </message>
    <message>
        <source>Key %1 could be drawn too, %2</source>
        <translation>También podría salir la clave %1, %2</translation>
    </message>
    <message>
        <source>Key %1 %2</source>
        <translation>Clave %1 %2</translation>
    </message>
    <message>
        <source>With the caller&apos;s own sign-in</source>
        <translation>Con el inicio de sesión propio del solicitante</translation>
    </message>
    <message>
        <source>connection within %1</source>
        <translation>conexión en %1</translation>
    </message>
    <message>
        <source>first byte within %1</source>
        <translation>primer byte en %1</translation>
    </message>
    <message>
        <source>first token within %1</source>
        <translation>primer token en %1</translation>
    </message>
    <message>
        <source>answer within %1</source>
        <translation>respuesta en %1</translation>
    </message>
    <message>
        <source>silence at most %1</source>
        <translation>silencio de %1 como máximo</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>1 reintento</translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n reintento</numerusform>
            <numerusform>%n reintentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>Límites: %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>en reserva</translation>
    </message>
    <message>
        <source>Asked when the one above does not answer</source>
        <translation>Se consulta si el anterior no responde</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>After a wait of %1: %2</source>
        <translation>Tras una espera de %1: %2</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>Si algo va mal</translation>
    </message>
    <message>
        <source>Nothing else is tried: there are no retries and no fallback.</source>
        <translation>No se intenta nada más: no hay reintentos ni respaldo.</translation>
    </message>
    <message>
        <source>A wait that the provider asks for is kept up to %1.</source>
        <translation>La espera que pida un proveedor se respeta hasta %1.</translation>
    </message>
    <message>
        <source>Without a first token after %1 the next target starts beside it.</source>
        <translation>Si no hay un primer token en %1, el siguiente destino empieza en paralelo.</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt.</source>
        <translation>Un stream que se interrumpe continúa desde otro intento.</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt, which may be given what the client has.</source>
        <translation>Un stream que se interrumpe continúa desde otro intento, al que se puede entregar lo que el cliente ya tiene.</translation>
    </message>
    <message>
        <source>The stream is held back to its end.</source>
        <translation>El stream se retiene hasta su final.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n tokens are held back.</source>
        <translation>
            <numerusform>Se retiene el primer token.</numerusform>
            <numerusform>Se retienen los primeros %n tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestStepsView</name>
    <message>
        <source>Address reached</source>
        <translation>Dirección alcanzada</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>Clave aceptada</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation>Modelos listados</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>One short answer streamed</source>
        <translation>Respuesta corta transmitida</translation>
    </message>
    <message>
        <source>One short answer</source>
        <translation>Respuesta corta</translation>
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
        <translation>%1 a %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: %n solicitud</numerusform>
            <numerusform>%1: %n solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 fallidas</translation>
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
        <translation>sin proveedor</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otros</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>fresh input</source>
        <translation>entrada nueva</translation>
    </message>
    <message>
        <source>read from cache</source>
        <translation>leídos de la caché</translation>
    </message>
    <message>
        <source>written to cache</source>
        <translation>escritos en la caché</translation>
    </message>
    <message>
        <source>output</source>
        <translation>salida</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>razonamiento</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
</context>
<context>
    <name>UsageRange</name>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>Del %1 al %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>VirtualKeyWords</name>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>everything, with rules</source>
        <translation>todo, con reglas</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>por segundo</translation>
    </message>
    <message numerus="yes">
        <source>every %n seconds</source>
        <translation>
            <numerusform>cada %n segundo</numerusform>
            <numerusform>cada %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>por minuto</translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>cada %n minuto</numerusform>
            <numerusform>cada %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>por hora</translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>cada %n hora</numerusform>
            <numerusform>cada %n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>a day</source>
        <translation>por día</translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>cada %n día</numerusform>
            <numerusform>cada %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>a week</source>
        <translation>por semana</translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>cada %n semana</numerusform>
            <numerusform>cada %n semanas</numerusform>
        </translation>
    </message>
    <message>
        <source>a month</source>
        <translation>por mes</translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>cada %n mes</numerusform>
            <numerusform>cada %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>por trimestre</translation>
    </message>
    <message numerus="yes">
        <source>every %n quarters</source>
        <translation>
            <numerusform>cada %n trimestre</numerusform>
            <numerusform>cada %n trimestres</numerusform>
        </translation>
    </message>
    <message>
        <source>a year</source>
        <translation>por año</translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>cada %n año</numerusform>
            <numerusform>cada %n años</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>money</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 de %2 tokens</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 de %2 solicitudes</translation>
    </message>
    <message>
        <source>%1, about %2 by %3</source>
        <comment>use of a limit, amount, a time</comment>
        <translation>%1, previsión: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 solicitudes</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount of money, a day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 tokens %2</source>
        <comment>number, a day</comment>
        <translation>%1 tokens %2</translation>
    </message>
    <message>
        <source>%1 requests %2</source>
        <comment>number, a day</comment>
        <translation>%1 solicitudes %2</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <comment>a day</comment>
        <translation>Caducó: %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Spent, until %1</source>
        <comment>a time</comment>
        <translation>Agotado hasta: %1</translation>
    </message>
    <message>
        <source>Used up, until %1</source>
        <comment>a time</comment>
        <translation>Agotada hasta: %1</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>percent</comment>
        <translation>%1 consumido</translation>
    </message>
    <message>
        <source>Active, old value until %1</source>
        <comment>a time</comment>
        <translation>Activa, valor anterior hasta: %1</translation>
    </message>
    <message>
        <source>Active, private</source>
        <translation>Activa, privada</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <comment>use of a limit, amount at its end</comment>
        <translation>%1, previsión: %2</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Bilrost cannot start</source>
        <translation>Bilrost no puede iniciarse</translation>
    </message>
</context>
<context>
    <name>app::GatewayHost</name>
    <message>
        <source>Demo (OpenAI dialect)</source>
        <translation>Demostración (dialecto de OpenAI)</translation>
    </message>
    <message>
        <source>Demo (Anthropic dialect)</source>
        <translation>Demostración (dialecto de Anthropic)</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>%1 – Bilrost</source>
        <translation>%1 – Bilrost</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Detener el gateway</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Iniciar el gateway</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Salir ahora</translation>
    </message>
    <message>
        <source>Bilrost quits when the running requests have ended (%1)</source>
        <translation>Bilrost se cerrará cuando terminen las solicitudes en curso (%1)</translation>
    </message>
    <message>
        <source>New requests are not taken any more.</source>
        <translation>Ya no se aceptan solicitudes nuevas.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>No request can be answered until the gateway has a port.</source>
        <translation>No se puede responder a ninguna solicitud hasta que el gateway tenga un puerto.</translation>
    </message>
    <message>
        <source>Keep the gateway running?</source>
        <translation>¿Mantener el gateway en ejecución?</translation>
    </message>
    <message>
        <source>Hidden, Bilrost goes on answering requests and stays in the system tray. Quitting stops the gateway.</source>
        <translation>Oculto, Bilrost sigue respondiendo a solicitudes y permanece en la bandeja del sistema. Al salir se detiene el gateway.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Do this every time</source>
        <translation>Hacerlo siempre así</translation>
    </message>
    <message>
        <source>This desktop has no system tray</source>
        <translation>Este escritorio no tiene bandeja del sistema</translation>
    </message>
    <message>
        <source>Bilrost cannot hide there. Minimised, it goes on answering requests. Quitting stops the gateway. From now on, closing the window quits.</source>
        <translation>Bilrost no puede ocultarse aquí. Minimizado, sigue respondiendo a solicitudes. Al salir se detiene el gateway. A partir de ahora, al cerrar la ventana se sale del programa.</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>Minimizar</translation>
    </message>
    <message>
        <source>1 request is in flight</source>
        <translation>1 solicitud en curso</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are in flight</source>
        <translation>
            <numerusform>%n solicitud en curso</numerusform>
            <numerusform>%n solicitudes en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting now cuts them off. Waiting takes no new requests and quits when the last one has ended.</source>
        <translation>Salir ahora las corta. Si se espera, no se aceptan solicitudes nuevas y se sale cuando haya terminado la última.</translation>
    </message>
    <message>
        <source>Wait, then quit</source>
        <translation>Esperar y salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Add provider</source>
        <translation>&amp;Añadir un proveedor</translation>
    </message>
    <message>
        <source>&amp;New virtual key…</source>
        <translation>&amp;Nueva clave virtual…</translation>
    </message>
    <message>
        <source>Set &amp;up Bilrost…</source>
        <translation>Con&amp;figurar Bilrost…</translation>
    </message>
    <message>
        <source>&amp;Export configuration…</source>
        <translation>&amp;Exportar la configuración…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Configuración</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Ce&amp;rrar la ventana</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Buscar un comando…</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Panel siguiente</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Alto contraste</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>&amp;Solicitud</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Copiar la dirección</translation>
    </message>
    <message>
        <source>&amp;Store of each request</source>
        <translation>&amp;Guardar de cada solicitud</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About Bilrost</source>
        <translation>Acerca &amp;de Bilrost</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Acerca de &amp;Qt</translation>
    </message>
    <message>
        <source>Bilrost %1</source>
        <translation>Bilrost %1</translation>
    </message>
    <message>
        <source>A gateway on this computer between your tools and the AI providers.
Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>Un gateway en este equipo entre sus herramientas y los proveedores de IA.
Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. Creado con Qt %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Observar</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>proveedor</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regla</translation>
    </message>
    <message>
        <source>virtual key</source>
        <translation>clave virtual</translation>
    </message>
    <message>
        <source>Delete this request?</source>
        <translation>¿Eliminar esta solicitud?</translation>
    </message>
    <message>
        <source>Delete %1 requests?</source>
        <translation>¿Eliminar %1 solicitudes?</translation>
    </message>
    <message>
        <source>Prompts and answers go with it and cannot be brought back. What was used and what it cost stays counted.</source>
        <translation>Los prompts y las respuestas se eliminan también y no se pueden recuperar. Lo que se consumió y lo que costó se sigue contando.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>%1 rejects its key</source>
        <translation>%1 rechaza su clave</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>No se puede contactar con %1</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 falla</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 vuelve a responder</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: no target was left</source>
        <translation>
            <numerusform>Falló %n solicitud: no quedaba ningún destino</numerusform>
            <numerusform>Fallaron %n solicitudes: no quedaba ningún destino</numerusform>
        </translation>
    </message>
    <message>
        <source>A request failed: no target was left</source>
        <translation>Falló una solicitud: no quedaba ningún destino</translation>
    </message>
    <message>
        <source>%1: the budget is spent</source>
        <comment>whose budget</comment>
        <translation>%1: el presupuesto está agotado</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose budget, percent</comment>
        <translation>%1: consumido el %2 del presupuesto</translation>
    </message>
</context>
<context>
    <name>ui::TrayIcon</name>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Clients…</source>
        <translation>Clientes…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configuración…</translation>
    </message>
    <message>
        <source>Open Bilrost</source>
        <translation>Abrir Bilrost</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Bilrost, stopped</source>
        <translation>Bilrost, detenido</translation>
    </message>
    <message>
        <source>Bilrost, starting on %1</source>
        <translation>Bilrost, iniciando en %1</translation>
    </message>
    <message>
        <source>Bilrost, not running</source>
        <translation>Bilrost, sin ejecutar</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n en curso</numerusform>
            <numerusform>%1, %n en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation>%1, inactivo</translation>
    </message>
    <message>
        <source>%1, today %2</source>
        <comment>state, amount of money</comment>
        <translation>%1, hoy %2</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Hoy %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Detener el gateway</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Iniciar el gateway</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
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
        <translation>Clave de acceso</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Clave secreta</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>Token de sesión</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Empty keeps the stored one</source>
        <translation>Vacío: se conserva el guardado</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>Vacío: se conserva la clave que termina en …%1</translation>
    </message>
    <message>
        <source>of temporary keys only</source>
        <translation>solo de las claves temporales</translation>
    </message>
    <message>
        <source>Each may be env.NAME for an environment variable.</source>
        <translation>Cada uno puede ser env.NOMBRE para una variable de entorno.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>as AWS&apos;s own tools choose</source>
        <translation>como eligen las herramientas de AWS</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>ID externo</translation>
    </message>
    <message>
        <source>only if the role asks for one</source>
        <translation>solo si el rol pide uno</translation>
    </message>
    <message>
        <source>Session name</source>
        <translation>Nombre de sesión</translation>
    </message>
    <message>
        <source>Ask the machine at AWS that Bilrost runs on</source>
        <translation>Preguntar a la máquina de AWS en la que se ejecuta Bilrost</translation>
    </message>
    <message>
        <source>Batch files</source>
        <translation>Archivos de lotes</translation>
    </message>
    <message>
        <source>Batch role</source>
        <translation>Rol de lotes</translation>
    </message>
    <message>
        <source>Where clients may put and read files, and nowhere else. Several have spaces between them; the first is used where a request names none.</source>
        <translation>Dónde los clientes pueden guardar y leer archivos, y en ningún otro lugar. Si hay varios, sepárelos con espacios; se usa el primero cuando una solicitud no indica ninguno.</translation>
    </message>
    <message>
        <source>The role in which Bedrock itself reads and writes these files.</source>
        <translation>El rol con el que Bedrock lee y escribe estos archivos.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ComparisonDialog</name>
    <message>
        <source>Compare two requests</source>
        <translation>Comparar dos solicitudes</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Posterior</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nada)</translation>
    </message>
    <message>
        <source>Set differently: %1.</source>
        <translation>Configurado de otra forma: %1.</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Qué se compara</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Encabezados</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Copiar el resumen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what, earlier, later</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation>Ninguna línea difiere.</translation>
    </message>
    <message>
        <source>%1 lines only in the later one, %2 only in the earlier one</source>
        <translation>%1 líneas solo en la posterior, %2 solo en la anterior</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::DateRangeDialog</name>
    <message>
        <source>Which days</source>
        <translation>Qué días</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Both count, in local time.</source>
        <translation>Ambos cuentan, en hora local.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportDialog</name>
    <message>
        <source>With the bodies: prompts and answers</source>
        <translation>Con los cuerpos: prompts y respuestas</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>Exportar solicitudes</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected requests</source>
        <translation>
            <numerusform>La %n solicitud seleccionada</numerusform>
            <numerusform>Las %n solicitudes seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>All stored requests that the filter lets through</source>
        <translation>Todas las solicitudes guardadas que deja pasar el filtro</translation>
    </message>
    <message>
        <source>All stored requests</source>
        <translation>Todas las solicitudes guardadas</translation>
    </message>
    <message>
        <source>HAR, for browsers and proxies</source>
        <translation>HAR, para navegadores y proxies</translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation>JSON Lines, para programas</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, para hojas de cálculo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Elegir el archivo</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The file will hold prompts and answers as far as they were stored. Keys are masked in the store already; the file holds none.</source>
        <translation>El archivo contendrá los prompts y las respuestas que se hayan guardado. Las claves ya están enmascaradas en el almacén; el archivo no contiene ninguna.</translation>
    </message>
    <message>
        <source>The file will hold no prompts and no answers, and no keys.</source>
        <translation>El archivo no contendrá prompts, respuestas ni claves.</translation>
    </message>
    <message>
        <source>All stored requests of the selected sessions</source>
        <translation>Todas las solicitudes guardadas de las sesiones seleccionadas</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportProgress</name>
    <message>
        <source>Writing %1…</source>
        <translation>Escribiendo %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>Exportar solicitudes</translation>
    </message>
    <message>
        <source>%1 requests written to %2</source>
        <translation>%1 solicitudes escritas en %2</translation>
    </message>
    <message>
        <source>%1 requests were written to %2 (%3).</source>
        <translation>%1 solicitudes se escribieron en %2 (%3).</translation>
    </message>
    <message>
        <source>The bodies of %1 of them were not stored.</source>
        <translation>Los cuerpos de %1 de ellas no se guardaron.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FirstRunWizard</name>
    <message>
        <source>Set up Bilrost</source>
        <translation>Configurar Bilrost</translation>
    </message>
    <message>
        <source>Welcome to Bilrost</source>
        <translation>Le damos la bienvenida a Bilrost</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>First request</source>
        <translation>Primera solicitud</translation>
    </message>
    <message>
        <source>Keys stay in the keychain of this computer.</source>
        <translation>Las claves se guardan en el llavero de este equipo.</translation>
    </message>
    <message>
        <source>Keys stay in an encrypted file on this computer.</source>
        <translation>Las claves se guardan en un archivo cifrado en este equipo.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Bilrost can reach. Keys stay in memory until you quit.</source>
        <translation>Este equipo no tiene un llavero al que Bilrost pueda acceder. Las claves permanecen en memoria hasta que salga.</translation>
    </message>
    <message>
        <source>4 steps, about a minute</source>
        <translation>4 pasos, alrededor de un minuto</translation>
    </message>
    <message>
        <source>Skip set-up</source>
        <translation>Omitir la configuración</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Who should answer?</source>
        <translation>¿Quién debe responder?</translation>
    </message>
    <message>
        <source>Choose one provider to begin with. More can be added at any time.</source>
        <translation>Elija un proveedor para empezar. Puede añadir más en cualquier momento.</translation>
    </message>
    <message>
        <source>Does it answer?</source>
        <translation>¿Responde?</translation>
    </message>
    <message>
        <source>Bilrost checks address, key and models. It costs nothing.</source>
        <translation>Bilrost comprueba la dirección, la clave y los modelos. No cuesta nada.</translation>
    </message>
    <message>
        <source>Bilrost sends one short request.</source>
        <translation>Bilrost envía una solicitud corta.</translation>
    </message>
    <message>
        <source>Bilrost sends one short request with your key.</source>
        <translation>Bilrost envía una solicitud corta con su clave.</translation>
    </message>
    <message>
        <source>Which tool should use it?</source>
        <translation>¿Qué herramienta debe usarlo?</translation>
    </message>
    <message>
        <source>Give your tool one of these addresses in place of the provider&apos;s own.</source>
        <translation>Indique en su herramienta una de estas direcciones en lugar de la del proveedor.</translation>
    </message>
    <message>
        <source>The first request</source>
        <translation>La primera solicitud</translation>
    </message>
    <message>
        <source>This window shows it as soon as it arrives.</source>
        <translation>Esta ventana la muestra en cuanto llega.</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Continuar de todos modos</translation>
    </message>
    <message>
        <source>Skip the test</source>
        <translation>Omitir la prueba</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>Finish without it</source>
        <translation>Finalizar sin ella</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>primera clave</translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <translation>¿Abandonar la configuración?</translation>
    </message>
    <message>
        <source>The key you entered is not stored yet. You can add a provider later under Providers.</source>
        <translation>La clave introducida aún no está guardada. Puede añadir un proveedor más tarde en Proveedores.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Abandonar</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FoundKeysDialog</name>
    <message>
        <source>Read them from the environment at each start</source>
        <translation>Leerlas del entorno en cada inicio</translation>
    </message>
    <message>
        <source>Copy them into the key store of this computer</source>
        <translation>Copiarlas al almacén de claves de este equipo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Keys in the environment</source>
        <translation>Claves del entorno</translation>
    </message>
    <message>
        <source>Use the keys of</source>
        <translation>Usar las claves de</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, en %2</translation>
    </message>
    <message>
        <source>Where their values are</source>
        <translation>Dónde están sus valores</translation>
    </message>
    <message>
        <source>A key that is copied stays the same when the variable changes.</source>
        <translation>Una clave copiada no cambia cuando cambia la variable.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyDialog</name>
    <message>
        <source>Key, typed or pasted</source>
        <translation>Clave, escrita o pegada</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>De una variable de entorno</translation>
    </message>
    <message>
        <source>AWS access key</source>
        <translation>Clave de acceso de AWS</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Añadir una clave</translation>
    </message>
    <message>
        <source>Edit the key “%1”</source>
        <translation>Editar la clave “%1”</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>Vacío: se conserva la clave que termina en …%1</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>Variable de entorno</translation>
    </message>
    <message>
        <source>name of the variable</source>
        <translation>nombre de la variable</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means all.</source>
        <translation>Nombres separados por comas; * vale por cualquier cosa. Vacío significa todos.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Its share among the keys for the same model: 2 gets twice as many requests as 1, and 0 only those that no other key can take.</source>
        <translation>Su parte entre las claves del mismo modelo: 2 recibe el doble de solicitudes que 1, y 0 solo las que ninguna otra clave puede atender.</translation>
    </message>
    <message>
        <source>The stored key is only sent to the address that it was entered for. Enter it again.</source>
        <translation>La clave guardada solo se envía a la dirección para la que se introdujo. Vuelva a introducirla.</translation>
    </message>
    <message>
        <source>The secret of the Entra client, not an API key.</source>
        <translation>El secreto del cliente de Entra, no una clave de API.</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>El archivo JSON de una cuenta de servicio, pegado entero, o una clave de API.</translation>
    </message>
    <message>
        <source>Only if the server asks for one.</source>
        <translation>Solo si el servidor la pide.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means none.</source>
        <translation>Nombres separados por comas; * representa cualquier texto. Vacío significa ninguno.</translation>
    </message>
    <message>
        <source>From the files and variables of AWS</source>
        <translation>De los archivos y variables de AWS</translation>
    </message>
    <message>
        <source>Application default credentials of this computer</source>
        <translation>Credenciales predeterminadas de la aplicación de este equipo</translation>
    </message>
    <message>
        <source>The secret of the service principal, not an access token.</source>
        <translation>El secreto de la entidad de servicio, no un token de acceso.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyModelsDialog</name>
    <message>
        <source>Asking the provider for its models…</source>
        <translation>Consultando los modelos del proveedor…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Models of the key “%1”</source>
        <translation>Modelos de la clave “%1”</translation>
    </message>
    <message>
        <source>All models but those without a tick</source>
        <translation>Todos los modelos excepto los no marcados</translation>
    </message>
    <message>
        <source>Only models with a tick</source>
        <translation>Solo los modelos marcados</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Se usa para</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>The provider does not list its models.</source>
        <translation>El proveedor no ofrece una lista de sus modelos.</translation>
    </message>
    <message>
        <source>The provider lists 1 model.</source>
        <translation>El proveedor ofrece 1 modelo.</translation>
    </message>
    <message numerus="yes">
        <source>The provider lists %n models.</source>
        <translation>
            <numerusform>El proveedor ofrece %n modelo.</numerusform>
            <numerusform>El proveedor ofrece %n modelos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyPlaceFields</name>
    <message>
        <source>Resource</source>
        <translation>Recurso</translation>
    </message>
    <message>
        <source>The name of the Azure resource, or its whole address.</source>
        <translation>El nombre del recurso de Azure o su dirección completa.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Implementaciones</translation>
    </message>
    <message>
        <source>What is not listed is asked for by the model&apos;s own name.</source>
        <translation>Lo que no esté en la lista se pide con el nombre propio del modelo.</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Versión de la API</translation>
    </message>
    <message>
        <source>A date, or v1 for the API without dates.</source>
        <translation>Una fecha, o v1 para la API sin fechas.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Inquilino</translation>
    </message>
    <message>
        <source>only to sign in with Microsoft Entra</source>
        <translation>solo para iniciar sesión con Microsoft Entra</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Empty takes the project of the service account.</source>
        <translation>Vacío: se toma el proyecto de la cuenta de servicio.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Empty asks the server at the provider&apos;s address.</source>
        <translation>Vacío: se pregunta al servidor de la dirección del proveedor.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espacio de trabajo</translation>
    </message>
    <message>
        <source>The address of the workspace, or its name before .cloud.databricks.com.</source>
        <translation>La dirección del espacio de trabajo, o su nombre antes de .cloud.databricks.com.</translation>
    </message>
    <message>
        <source>only to sign in as a service principal</source>
        <translation>solo para iniciar sesión como entidad de servicio</translation>
    </message>
    <message>
        <source>Models are deployments</source>
        <translation>Los modelos son implementaciones</translation>
    </message>
    <message>
        <source>What is asked for as owner/name is your deployment of that name.</source>
        <translation>Lo que se pide como propietario/nombre es la implementación propia con ese nombre.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitDialog</name>
    <message>
        <source>Set the limit</source>
        <translation>Fijar el límite</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Nuevo límite</translation>
    </message>
    <message>
        <source>Edit the limit</source>
        <translation>Editar el límite</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Se aplica a</translation>
    </message>
    <message>
        <source>all requests together</source>
        <translation>todas las solicitudes juntas</translation>
    </message>
    <message>
        <source>a provider</source>
        <translation>un proveedor</translation>
    </message>
    <message>
        <source>a model or an alias</source>
        <translation>un modelo o un alias</translation>
    </message>
    <message>
        <source>a virtual key</source>
        <translation>una clave virtual</translation>
    </message>
    <message>
        <source>a team</source>
        <translation>un equipo</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>un cliente</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>Para quién es</translation>
    </message>
    <message>
        <source>gpt-5.4</source>
        <translation>gpt-5.4</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Cuál</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>As its provider names it; or an alias of yours, whatever serves it.</source>
        <translation>Tal como lo llama su proveedor; o un alias suyo, lo atienda quien lo atienda.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>todos juntos</translation>
    </message>
    <message>
        <source>As the provider names it. Empty: all its models together.</source>
        <translation>Tal como lo llama el proveedor. Vacío: todos sus modelos juntos.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitRows</name>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>%1: counted</source>
        <comment>title of a limit</comment>
        <translation>%1: cómputo</translation>
    </message>
    <message>
        <source>Count by the calendar</source>
        <translation>Contar según el calendario</translation>
    </message>
    <message>
        <source>Days begin at midnight, weeks on Monday, months on the first; else with the first request.</source>
        <translation>Los días empiezan a medianoche, las semanas el lunes, los meses el día 1; si no, con la primera solicitud.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::NewValueDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>The value of “%1”</source>
        <translation>El valor de “%1”</translation>
    </message>
    <message>
        <source>This is the only time that the value is shown: Bilrost keeps a hash of it and cannot read it back.</source>
        <translation>Es la única vez que se muestra el valor: Bilrost conserva un hash y no puede recuperarlo.</translation>
    </message>
    <message>
        <source>Value of the virtual key</source>
        <translation>Valor de la clave virtual</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copiar el valor</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key.</source>
        <translation>Úselo en una herramienta en lugar de la clave de un proveedor.</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key, with the address %1.</source>
        <translation>Úselo en una herramienta en lugar de la clave de un proveedor, con la dirección %1.</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Ya lo he guardado</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>The value is in the keychain. Copy it again from the menu of the key whenever you need it.</source>
        <translation>El valor está en el llavero. Puede volver a copiarlo desde el menú de la clave cuando lo necesite.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::OwnerDialog</name>
    <message>
        <source>Make the team</source>
        <translation>Crear el equipo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nuevo equipo</translation>
    </message>
    <message>
        <source>Edit the team “%1”</source>
        <translation>Editar el equipo “%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Virtual keys join it in their own form, under Belongs to.</source>
        <translation>Las claves virtuales se unen a él en su propio formulario, en “Pertenece a”.</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a team belongs to</comment>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Its limits count for the keys of the team, too.</source>
        <translation>Sus límites valen también para las claves del equipo.</translation>
    </message>
    <message>
        <source>Make the customer</source>
        <translation>Crear el cliente</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Edit the customer “%1”</source>
        <translation>Editar el cliente “%1”</translation>
    </message>
    <message>
        <source>Teams and virtual keys belong to it by their own forms.</source>
        <translation>Los equipos y las claves virtuales se le asignan en sus propios formularios.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceDialog</name>
    <message>
        <source>Add a price</source>
        <translation>Añadir un precio</translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation>Cambiar un precio</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Every provider</source>
        <translation>Todos los proveedores</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>gpt-5.4, or gpt-5* for all that begin so</source>
        <translation>gpt-5.4, o gpt-5* para todos los que empiezan así</translation>
    </message>
    <message>
        <source>Dollars for a million tokens. What stays empty is as listed. Requests of unknown cost are priced again.</source>
        <translation>Dólares por un millón de tokens. Lo que quede vacío es como en la lista. Las solicitudes de coste desconocido se recalculan.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Entrada en caché</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura en caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>%1, dollars for a million tokens</source>
        <translation>%1, dólares por un millón de tokens</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>según lista</translation>
    </message>
    <message>
        <source>A price is a number of dollars, such as 2.50.</source>
        <translation>Un precio es un número de dólares, por ejemplo 2.50.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceUpdateDialog</name>
    <message>
        <source>Update prices</source>
        <translation>Actualizar los precios</translation>
    </message>
    <message>
        <source>A list in the form of docs/prices.md, by https, or by http from this computer. Nothing changes before you take it over, and prices of your own stay.</source>
        <translation>Una lista con el formato de docs/prices.md, por https, o por http desde este equipo. Nada cambia hasta que usted la adopte, y sus precios propios se conservan.</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Buscar cambios</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>Lo que cambiaría la lista</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Adoptar</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>Obteniendo la lista…</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::RaiseDialog</name>
    <message>
        <source>Allow more for a while</source>
        <translation>Permitir más por un tiempo</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose limit, the limit</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>The limit itself stays as it is.</source>
        <translation>El límite en sí queda como está.</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Permitirlo</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ResendDialog</name>
    <message>
        <source>Go to it</source>
        <translation>Ir a ella</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Editar y reenviar</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Cuerpo</translation>
    </message>
    <message>
        <source>Values of keys are not stored. Without one it is sent as it came.</source>
        <translation>Los valores de las claves no se guardan. Sin ninguno se envía tal como llegó.</translation>
    </message>
    <message>
        <source>It was sent with “%1”. Values of keys are not stored: paste it here to send it with that key again.</source>
        <translation>Se envió con “%1”. Los valores de las claves no se guardan: péguelo aquí para volver a enviarla con esa clave.</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>Clave virtual</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The body has %1, too much to be edited here. It is sent as it was.</source>
        <translation>El cuerpo ocupa %1, demasiado para editarlo aquí. Se envía tal como era.</translation>
    </message>
    <message>
        <source>Only the beginning of the body was stored. Complete it before you send it.</source>
        <translation>Solo se guardó el principio del cuerpo. Complételo antes de enviarlo.</translation>
    </message>
    <message>
        <source>This is no JSON from line %1, column %2 on.</source>
        <translation>Deja de ser JSON a partir de la línea %1, columna %2.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>In lists: arrow keys, Enter opens, F6 goes to the next part of the window. Esc closes this.</source>
        <translation>En las listas: las teclas de flecha se desplazan, Intro abre y F6 pasa a la siguiente parte de la ventana. Esc cierra esto.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::VirtualKeyDialog</name>
    <message>
        <source>Names with commas between them, as requests name them; * stands for anything. Empty means all.</source>
        <translation>Nombres separados por comas, tal como los indican las solicitudes; * vale por cualquier cosa. Vacío significa todos.</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>Termina tras</translation>
    </message>
    <message>
        <source>Keep only totals, no questions and answers</source>
        <translation>Guardar solo los totales, sin preguntas ni respuestas</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Crear la clave</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>Nueva clave virtual</translation>
    </message>
    <message>
        <source>Edit the virtual key “%1”</source>
        <translation>Editar la clave virtual “%1”</translation>
    </message>
    <message>
        <source>claude-code</source>
        <translation>claude-code</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>One key for each tool shows what each of them uses.</source>
        <translation>Una clave por herramienta muestra lo que consume cada una.</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Puede usar</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>todos los proveedores</translation>
    </message>
    <message>
        <source>only these providers</source>
        <translation>solo estos proveedores</translation>
    </message>
    <message>
        <source>May use %1</source>
        <comment>name of a provider</comment>
        <translation>Puede usar %1</translation>
    </message>
    <message>
        <source>Choose providers to name the models.</source>
        <translation>Elija proveedores para indicar los modelos.</translation>
    </message>
    <message>
        <source>It can be copied again later. Otherwise it is shown once, and only a hash is kept.</source>
        <translation>Así podrá copiarlo de nuevo más tarde. De lo contrario se muestra una vez y solo se conserva un hash.</translation>
    </message>
    <message>
        <source>Begins with the next new value: only a hash of the present one is kept.</source>
        <translation>Empieza con el próximo valor nuevo: del actual solo se conserva un hash.</translation>
    </message>
    <message>
        <source>Delete it then</source>
        <translation>Eliminarla entonces</translation>
    </message>
    <message>
        <source>Keep the value in the keychain</source>
        <translation>Guardar el valor en el llavero</translation>
    </message>
    <message>
        <source>There is no keychain: only a hash of the value is kept.</source>
        <translation>No hay llavero: del valor solo se conserva un hash.</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a key belongs to</comment>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Equipo %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Cliente %1</translation>
    </message>
    <message>
        <source>The limits of a team or customer count for all their keys together.</source>
        <translation>Los límites de un equipo o cliente cuentan para todas sus claves juntas.</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Pertenece a</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardProviderStep</name>
    <message>
        <source>Test it with one short request, which costs less than $0.001</source>
        <translation>Probarlo con una solicitud corta, que cuesta menos de 0,001 US$</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation>Dónde se crean las claves</translation>
    </message>
    <message>
        <source>Your key of %1</source>
        <translation>Su clave de %1</translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation>%1 no necesita clave</translation>
    </message>
    <message>
        <source>Bilrost calls it at %1.</source>
        <translation>Bilrost lo llama en %1.</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer.</source>
        <translation>Se guarda en el almacén de claves de este equipo.</translation>
    </message>
    <message>
        <source>Keys are made at %1.</source>
        <translation>Las claves se crean en %1.</translation>
    </message>
    <message>
        <source>Test it with one short request</source>
        <translation>Probarlo con una solicitud corta</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>Use the key in the environment variable %1</source>
        <translation>Usar la clave de la variable de entorno %1</translation>
    </message>
    <message>
        <source>It is read from %1 at each start, and not stored.</source>
        <translation>Se lee de %1 en cada inicio y no se guarda.</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>El archivo JSON de una cuenta de servicio, pegado entero, o una clave de API.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardRequestStep</name>
    <message>
        <source>Copy the curl line</source>
        <translation>Copiar la línea de curl</translation>
    </message>
    <message>
        <source>Waiting for the first request</source>
        <translation>En espera de la primera solicitud</translation>
    </message>
    <message>
        <source>Bilrost listens at %1</source>
        <translation>Bilrost escucha en %1</translation>
    </message>
    <message>
        <source>Send one from your tool, or from a terminal. It appears here as it starts.</source>
        <translation>Envíe una desde su herramienta o desde un terminal. Aparece aquí en cuanto empieza.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>There it is.</source>
        <translation>Ahí está.</translation>
    </message>
    <message>
        <source>The answer is on its way.</source>
        <translation>La respuesta está en camino.</translation>
    </message>
    <message>
        <source>Welcome. The bridge carries.</source>
        <translation>Le damos la bienvenida. El puente resiste.</translation>
    </message>
    <message>
        <source>Every request appears in the window like this one, with what was asked, sent and answered.</source>
        <translation>Cada solicitud aparece así en la ventana, con lo que se pidió, se envió y se respondió.</translation>
    </message>
    <message>
        <source>It arrived, and it was not answered well.</source>
        <translation>Llegó, pero no obtuvo una buena respuesta.</translation>
    </message>
    <message>
        <source>The list of requests tells why.</source>
        <translation>La lista de solicitudes explica por qué.</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardTestStep</name>
    <message>
        <source>Change key</source>
        <translation>Cambiar la clave</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Probar de nuevo</translation>
    </message>
    <message>
        <source>key ends in …%1</source>
        <translation>clave que termina en …%1</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 responde.</translation>
    </message>
    <message>
        <source>You can go on and solve this later under Providers.</source>
        <translation>Puede seguir y resolverlo más tarde en Proveedores.</translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation>clave de %1</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardToolStep</name>
    <message>
        <source>OpenAI clients: base URL</source>
        <translation>Clientes de OpenAI: URL base</translation>
    </message>
    <message>
        <source>Anthropic clients: base URL</source>
        <translation>Clientes de Anthropic: URL base</translation>
    </message>
    <message>
        <source>Or try it in a terminal</source>
        <translation>O pruébelo en un terminal</translation>
    </message>
    <message>
        <source>If the tool insists on a key, any word will do, such as “bilrost”: Bilrost puts your own key in its place. Nothing outside Bilrost is changed.</source>
        <translation>Si la herramienta exige una clave, sirve cualquier palabra, por ejemplo “bilrost”: Bilrost pone en su lugar la clave de usted. Fuera de Bilrost no se cambia nada.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELO</translation>
    </message>
</context>
<context>
    <name>ui::models::ClientListModel</name>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Asks %1</source>
        <translation>Pregunta a %1</translation>
    </message>
    <message>
        <source>Its settings cannot be read</source>
        <translation>No se puede leer su configuración</translation>
    </message>
    <message>
        <source>Found, not connected</source>
        <translation>Encontrado, sin conectar</translation>
    </message>
    <message>
        <source>Not found on this computer</source>
        <translation>No encontrado en este equipo</translation>
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
        <translation>difiere</translation>
    </message>
    <message>
        <source>the same, or of no weight</source>
        <translation>igual, o sin importancia</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Posterior</translation>
    </message>
</context>
<context>
    <name>ui::models::HeaderTableModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
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
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>ui::models::LimitTableModel</name>
    <message>
        <source>%1: %2, %3 used, %4</source>
        <comment>whose limit, the limit, what is used, state</comment>
        <translation>%1: %2, consumido %3, %4</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Se aplica a</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Consumido</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>Se reinicia</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>ui::models::OwnerTableModel</name>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n keys, %3</source>
        <comment>name, team or customer, keys, use</comment>
        <translation>
            <numerusform>%1, %2, %n clave, %3</numerusform>
            <numerusform>%1, %2, %n claves, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Pertenece a</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Consumido</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceChangeModel</name>
    <message>
        <source>The list says what is known already: nothing would change.</source>
        <translation>La lista dice lo que ya se sabe: nada cambiaría.</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone.</source>
        <comment>prices of a list</comment>
        <translation>%1 nuevos, %2 cambiados, %3 desaparecidos.</translation>
    </message>
    <message>
        <source>Your own prices go on counting for %1 of them.</source>
        <translation>Para %1 de ellos siguen valiendo sus precios propios.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a price, its new one</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>your own counts</source>
        <translation>vale el propio</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>other rates</source>
        <translation>otras tarifas</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>desaparecido</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>todos los modelos</translation>
    </message>
    <message>
        <source>%1. Other rates are those of long prompts, service tiers and peak hours, and the last day.</source>
        <translation>%1. Otras tarifas son las de prompts largos, niveles de servicio y horas punta, y el último día.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>Proveedor y modelo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceTableModel</name>
    <message>
        <source>one key</source>
        <translation>una clave</translation>
    </message>
    <message>
        <source>virtual key %1</source>
        <translation>clave virtual %1</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>todos los proveedores</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>según lista</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>always</source>
        <translation>siempre</translation>
    </message>
    <message>
        <source>● yours</source>
        <translation>● suyo</translation>
    </message>
    <message>
        <source>● yours: %1</source>
        <translation>● suyo: %1</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>todos los modelos</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>lista del %1</translation>
    </message>
    <message>
        <source>The same in two public tables.</source>
        <translation>Igual en dos tablas públicas.</translation>
    </message>
    <message>
        <source>In one public table only.</source>
        <translation>Solo en una tabla pública.</translation>
    </message>
    <message>
        <source>Published at %1. %2</source>
        <translation>Publicado en %1. %2</translation>
    </message>
    <message>
        <source>%1 for short prompts at the usual hours and service tier. Others have a price of their own.</source>
        <translation>%1 para prompts cortos en el horario y el nivel de servicio habituales. Los demás tienen su propio precio.</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>Proveedor y modelo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura en caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Vigencia</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>by the piece</source>
        <translation>por unidad</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderHealthModel</name>
    <message numerus="yes">
        <source>%n requests in the last hour</source>
        <translation>
            <numerusform>%n solicitud en la última hora</numerusform>
            <numerusform>%n solicitudes en la última hora</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderKeyModel</name>
    <message>
        <source>Weight %1</source>
        <translation>Peso %1</translation>
    </message>
    <message>
        <source>Weight %1: %2 of the requests that this key can serve</source>
        <translation>Peso %1: %2 de las solicitudes que esta clave puede atender</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Sin valor</translation>
    </message>
    <message>
        <source>Until you quit</source>
        <translation>Hasta que salga</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <comment>models: allowed, denied</comment>
        <translation>%1 excepto %2</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderModelTable</name>
    <message>
        <source>%1, %2 for a million tokens of input, %3 of output</source>
        <comment>a model, prices</comment>
        <translation>%1, %2 por un millón de tokens de entrada, %3 de salida</translation>
    </message>
    <message>
        <source>, no key may be used for it</source>
        <translation>, no se puede usar ninguna clave para él</translation>
    </message>
    <message>
        <source>%1: no key may be used for it</source>
        <comment>a model</comment>
        <translation>%1: no se puede usar ninguna clave para él</translation>
    </message>
    <message>
        <source>For a million tokens</source>
        <translation>Por un millón de tokens</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderTableModel</name>
    <message>
        <source>%1. %2. %3. %4 requests in the last hour, %5 failed.</source>
        <translation>%1. %2. %3. %4 solicitudes en la última hora, %5 fallidas.</translation>
    </message>
    <message>
        <source>In the last hour</source>
        <translation>En la última hora</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Requests, 1 h</source>
        <translation>Solicitudes, 1 h</translation>
    </message>
    <message>
        <source>Errors, 1 h</source>
        <translation>Errores, 1 h</translation>
    </message>
    <message>
        <source>Half of the streams of the last hours began within this time</source>
        <translation>La mitad de los streams de las últimas horas empezó en este tiempo</translation>
    </message>
    <message>
        <source>Since the first of this month</source>
        <translation>Desde el primer día de este mes</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
</context>
<context>
    <name>ui::models::RecentRequestsModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Atendida por</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
</context>
<context>
    <name>ui::models::RequestTableModel</name>
    <message>
        <source>Pinned.</source>
        <translation>Anclada.</translation>
    </message>
    <message>
        <source>Repeats another request.</source>
        <translation>Repite otra solicitud.</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1, hora local</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Modelo pedido</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Atendida por</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anclar</translation>
    </message>
    <message>
        <source>This request is being read.</source>
        <translation>Se está leyendo esta solicitud.</translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <comment>a column</comment>
        <translation>%1, de menor a mayor</translation>
    </message>
    <message>
        <source>%1, newest first</source>
        <comment>a column</comment>
        <translation>%1, las más recientes primero</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <comment>a column</comment>
        <translation>%1, de mayor a menor</translation>
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
        <translation>Regla</translation>
    </message>
    <message>
        <source>%1. %2 %3. %4. %5</source>
        <translation>%1. %2 %3. %4. %5</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activada</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>Se omite: %1</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>todas las solicitudes</translation>
    </message>
</context>
<context>
    <name>ui::models::StreamEventModel</name>
    <message>
        <source>Offset</source>
        <translation>Desfase</translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation>Desde el anterior</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>ui::models::TargetHealthModel</name>
    <message>
        <source>with the next request</source>
        <translation>con la próxima solicitud</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>when you release it</source>
        <translation>cuando usted lo libere</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 / all models</source>
        <translation>%1 / todos los modelos</translation>
    </message>
    <message>
        <source>Key rests</source>
        <translation>Clave en pausa</translation>
    </message>
    <message>
        <source>The provider limited or refused the key.</source>
        <translation>El proveedor limitó o rechazó la clave.</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>sin clave</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>clave %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>ui::models::TimeSlotModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
</context>
<context>
    <name>ui::models::UsageTableModel</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sin precio</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed</source>
        <translation>%1 solicitudes, %2 de ellas fallidas</translation>
    </message>
    <message>
        <source>%1 fresh input, %2 from the cache, %3 written to it, %4 output</source>
        <translation>%1 de entrada nueva, %2 de la caché, %3 escritos en ella, %4 de salida</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1, sin %n intento de coste desconocido</numerusform>
            <numerusform>%1, sin %n intentos de coste desconocido</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
</context>
<context>
    <name>ui::models::VirtualKeyTableModel</name>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
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
        <translation>%1, %2, puede usar %3, %4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Puede usar</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Consumo</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
</context>
<context>
    <name>ui::pages</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ui::pages::BodyTab</name>
    <message>
        <source>Body of the request</source>
        <translation>Cuerpo de la solicitud</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Cuerpo de la respuesta</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar el valor</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>Buscar en el cuerpo</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Expandir todo</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Load all of the body</source>
        <translation>Cargar todo el cuerpo</translation>
    </message>
    <message>
        <source>The body is shown when the request has ended.</source>
        <translation>El cuerpo se muestra cuando la solicitud ha terminado.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>Solo se guardaron los totales: el nivel de captura de ese momento dejó fuera los cuerpos.</translation>
    </message>
    <message>
        <source>The request had no body.</source>
        <translation>La solicitud no tenía cuerpo.</translation>
    </message>
    <message>
        <source>The answer had no body.</source>
        <translation>La respuesta no tenía cuerpo.</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Se muestran los primeros %1 de %2.</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>Cargar todo: %1</translation>
    </message>
    <message>
        <source>This is not valid JSON; it is shown as text.</source>
        <translation>Esto no es JSON válido; se muestra como texto.</translation>
    </message>
    <message>
        <source>Only the first %1 were stored.</source>
        <translation>Solo se guardaron los primeros %1.</translation>
    </message>
    <message>
        <source>The answer came as a stream; its events are in Stream.</source>
        <translation>La respuesta llegó como stream; sus eventos están en Stream.</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nada encontrado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Expand below</source>
        <translation>Expandir por debajo</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Contraer</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientsPage</name>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>Copy snippet</source>
        <translation>Copiar el fragmento</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Lo que se escribiría</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>No known program on this computer</source>
        <translation>No hay ningún programa conocido en este equipo</translation>
    </message>
    <message>
        <source>%1 of %2 found programs connected</source>
        <translation>%1 de %2 programas encontrados, conectados</translation>
    </message>
    <message>
        <source>Every tool needs a virtual key. Paste the value of one.</source>
        <translation>Todas las herramientas necesitan una clave virtual. Pegue el valor de una.</translation>
    </message>
    <message>
        <source>Any word will do. The value of a virtual key tells tools apart.</source>
        <translation>Sirve cualquier palabra. El valor de una clave virtual permite distinguir las herramientas.</translation>
    </message>
    <message>
        <source>The gateway has no address yet. Start it first.</source>
        <translation>El gateway aún no tiene dirección. Inícielo primero.</translation>
    </message>
    <message>
        <source>goes again</source>
        <translation>se elimina</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>archivo nuevo</translation>
    </message>
    <message>
        <source>%1 lines added, %2 removed; all else stays byte for byte</source>
        <translation>%1 líneas añadidas, %2 quitadas; todo lo demás queda igual byte a byte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what happens to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is left to write.</source>
        <translation>No queda nada por escribir.</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurar %1</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Aplicar a %1</translation>
    </message>
    <message>
        <source>Nothing is written before you apply it. A safety copy is kept.</source>
        <translation>No se escribe nada antes de aplicarlo. Se conserva una copia de seguridad.</translation>
    </message>
    <message>
        <source>This brings the files back as they were before Bilrost changed them.</source>
        <translation>Esto devuelve los archivos al estado que tenían antes de que Bilrost los cambiara.</translation>
    </message>
    <message>
        <source>Restored. %1 notices at its next start.</source>
        <translation>Restaurado. %1 lo notará en su próximo inicio.</translation>
    </message>
    <message>
        <source>Written. %1 picks it up at its next start.</source>
        <translation>Escrito. %1 lo aplicará en su próximo inicio.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
</context>
<context>
    <name>ui::pages::ConversationTab</name>
    <message>
        <source>Show all parts</source>
        <translation>Mostrar todas las partes</translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation>%1 hasta el primer token</translation>
    </message>
    <message>
        <source>The conversation is shown as soon as the answer begins.</source>
        <translation>La conversación se muestra en cuanto empieza la respuesta.</translation>
    </message>
    <message>
        <source>There is no conversation in this request; Request and Response show it.</source>
        <translation>No hay conversación en esta solicitud; véala en Solicitud y Respuesta.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the conversation out.</source>
        <translation>Solo se guardaron los totales: el nivel de captura de ese momento dejó fuera la conversación.</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 mensaje</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation>1 llamada a herramienta</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n llamada a herramienta</numerusform>
            <numerusform>%n llamadas a herramientas</numerusform>
        </translation>
    </message>
    <message>
        <source>↓ Following the stream</source>
        <translation>↓ Siguiendo el stream</translation>
    </message>
    <message>
        <source>↓ Follow the stream</source>
        <translation>↓ Seguir el stream</translation>
    </message>
    <message>
        <source>Following the stream</source>
        <translation>Siguiendo el stream</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>Seguir el stream</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 de entrada</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>%1 en caché</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>%1 de salida</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>Buscar en la conversación</translation>
    </message>
    <message>
        <source>Enter or F3 goes to the next place, Shift+F3 to the one before</source>
        <translation>Intro o F3 va al siguiente lugar, Mayús+F3 al anterior</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nada encontrado</translation>
    </message>
    <message>
        <source>in 1 part</source>
        <translation>en 1 parte</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>en %1 partes</translation>
    </message>
</context>
<context>
    <name>ui::pages::DashboardPage</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n en curso</numerusform>
            <numerusform>%1, %n en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>no escucha</translation>
    </message>
    <message>
        <source>only this computer can connect</source>
        <translation>solo puede conectarse este equipo</translation>
    </message>
    <message>
        <source>no program can connect</source>
        <translation>ningún programa puede conectarse</translation>
    </message>
    <message>
        <source>other computers can connect</source>
        <translation>pueden conectarse otros equipos</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Detener el gateway</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Iniciar el gateway</translation>
    </message>
    <message numerus="yes">
        <source>%n tries have no price</source>
        <translation>
            <numerusform>%n intento no tiene precio</numerusform>
            <numerusform>%n intentos no tienen precio</numerusform>
        </translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>todo tiene precio</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallida</numerusform>
            <numerusform>%n fallidas</numerusform>
        </translation>
    </message>
    <message>
        <source>none failed</source>
        <translation>ninguna fallida</translation>
    </message>
    <message>
        <source>%1 of them written</source>
        <translation>%1 de ellos escritos</translation>
    </message>
    <message>
        <source>of the input</source>
        <translation>de la entrada</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>aún no visto</translation>
    </message>
    <message>
        <source>No program asks here yet.</source>
        <translation>Ningún programa hace solicitudes aquí todavía.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Aún no hay solicitudes</translation>
    </message>
    <message>
        <source>Add a provider to begin</source>
        <translation>Añada un proveedor para empezar</translation>
    </message>
    <message>
        <source>Point a tool at %1, and its first request appears here as it runs.</source>
        <translation>Dirija una herramienta a %1 y su primera solicitud aparecerá aquí mientras se ejecuta.</translation>
    </message>
    <message>
        <source>One key is enough. Local servers such as Ollama need none.</source>
        <translation>Basta con una clave. Los servidores locales como Ollama no necesitan ninguna.</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>Conectar una herramienta</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Añadir un proveedor</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Gasto de hoy</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>Solicitudes de hoy</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>Tokens de hoy</translation>
    </message>
    <message>
        <source>Read from cache</source>
        <translation>Leído de la caché</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Solicitudes por minuto</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>requests per minute, failed ones on top</source>
        <translation>solicitudes por minuto, las fallidas encima</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>Ahora mismo</translation>
    </message>
    <message>
        <source>Open Requests</source>
        <translation>Abrir Solicitudes</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>requests in the last hour</source>
        <translation>solicitudes en la última hora</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation>Mostrar todos los clientes</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
</context>
<context>
    <name>ui::pages::DiagnosticsPage</name>
    <message>
        <source>Save diagnostics</source>
        <translation>Guardar el diagnóstico</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>What is copied or saved</source>
        <translation>Lo que se copia o se guarda</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>No keys, prompts or answers are in it. This is all that is copied or saved.</source>
        <translation>No contiene claves, prompts ni respuestas. Esto es todo lo que se copia o se guarda.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
</context>
<context>
    <name>ui::pages::FoundKeysRow</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose keys of the environment</source>
        <translation>Elegir claves del entorno</translation>
    </message>
    <message>
        <source>The environment has keys that are not used: %1</source>
        <translation>El entorno tiene claves que no se usan: %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HeadersTab</name>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation>Encabezados: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Answer: no headers</source>
        <translation>Respuesta: sin encabezados</translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation>Respuesta: estado %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HealthBoardView</name>
    <message>
        <source>Every target is well. One that fails five times in a row is left alone for a while, then one request tries it again. It is listed here with its reason.</source>
        <translation>Todos los destinos están bien. Si uno falla cinco veces seguidas, se deja tranquilo un tiempo y luego una solicitud lo vuelve a probar. Aparece aquí con su motivo.</translation>
    </message>
    <message>
        <source>Hold a target</source>
        <translation>Retener un destino</translation>
    </message>
    <message>
        <source>Hold a target of a rule</source>
        <translation>Retener un destino de una regla</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Retener</translation>
    </message>
    <message>
        <source>Hold or release the selected target</source>
        <translation>Retener o liberar el destino seleccionado</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Treat the selected target as well</source>
        <translation>Tratar el destino seleccionado como sano</translation>
    </message>
    <message>
        <source>As if it had never failed: the next request may go there.</source>
        <translation>Como si nunca hubiera fallado: la próxima solicitud puede ir allí.</translation>
    </message>
    <message>
        <source>Targets in trouble</source>
        <translation>Destinos con problemas</translation>
    </message>
    <message numerus="yes">
        <source>%n left alone</source>
        <translation>
            <numerusform>%n apartado</numerusform>
            <numerusform>%n apartados</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Requests may go there again.</source>
        <translation>Las solicitudes pueden volver a ir allí.</translation>
    </message>
    <message>
        <source>It is not asked until you release it, as long as there is another.</source>
        <translation>No se usa hasta que usted lo libere, siempre que haya otro.</translation>
    </message>
    <message>
        <source>No alias or rule names a target yet</source>
        <translation>Ningún alias ni regla indica todavía un destino</translation>
    </message>
</context>
<context>
    <name>ui::pages::KeyUsePane</name>
    <message>
        <source>Spend today</source>
        <translation>Gasto de hoy</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>Puede usar</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Se guarda</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>Valor del</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
    <message>
        <source>Limits and rights</source>
        <translation>Límites y permisos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>totals only, no content</source>
        <translation>solo totales, sin contenido</translation>
    </message>
    <message>
        <source>requests, as the capture level says</source>
        <translation>solicitudes, según el nivel de captura</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>not kept of a private key</source>
        <translation>no se guarda de una clave privada</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <comment>name of a virtual key</comment>
        <translation>Gasto de %1</translation>
    </message>
    <message>
        <source>Spend against the budget</source>
        <translation>Gasto frente al presupuesto</translation>
    </message>
    <message>
        <source>only totals are kept</source>
        <translation>solo se guardan los totales</translation>
    </message>
</context>
<context>
    <name>ui::pages::LimitsView</name>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the selected limit</source>
        <translation>Editar el límite seleccionado</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>Empezar de nuevo…</translation>
    </message>
    <message>
        <source>Count the selected limit from nothing</source>
        <translation>Contar desde cero el límite seleccionado</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Nuevo límite</translation>
    </message>
    <message>
        <source>Nothing is limited. A limit stops requests in time when more money, requests or tokens would be used than you want: of all tools together, of one provider, model or key.</source>
        <translation>Nada está limitado. Un límite detiene a tiempo las solicitudes cuando se consumiría más dinero, solicitudes o tokens de los que desea: de todas las herramientas juntas, o de un proveedor, modelo o clave.</translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation>Fijar un límite</translation>
    </message>
    <message>
        <source>Set the first limit</source>
        <translation>Fijar el primer límite</translation>
    </message>
    <message numerus="yes">
        <source>%n limits</source>
        <translation>
            <numerusform>%n límite</numerusform>
            <numerusform>%n límites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>, %n agotado</numerusform>
            <numerusform>, %n agotados</numerusform>
        </translation>
    </message>
    <message>
        <source>Count from nothing again?</source>
        <translation>¿Contar de nuevo desde cero?</translation>
    </message>
    <message>
        <source>%1: what was used so far (%2) does not count against the limit any more. Usage keeps it, and the window of the limit ends when it would have.</source>
        <comment>whose limit, what is used of it</comment>
        <translation>%1: lo consumido hasta ahora (%2) deja de contar para el límite. En Consumo se conserva, y el periodo del límite termina cuando habría terminado.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>The limit was not deleted</source>
        <translation>No se eliminó el límite</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>ui::pages::ModelLimitsEditor</name>
    <message>
        <source>For single models</source>
        <translation>Para modelos concretos</translation>
    </message>
    <message>
        <source>Instead of the provider’s times. A * at the end stands for anything.</source>
        <translation>En lugar de los tiempos del proveedor. Un * al final vale por cualquier cosa.</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Añadir un modelo</translation>
    </message>
    <message>
        <source>Model with its own times</source>
        <translation>Modelo con tiempos propios</translation>
    </message>
    <message>
        <source>Remove this model&apos;s times</source>
        <translation>Quitar los tiempos de este modelo</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>Primer byte</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Respuesta completa</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>como siempre</translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Asked, sent, answered</source>
        <translation>Pedido, enviado, respondido</translation>
    </message>
    <message>
        <source>Client asked</source>
        <translation>Pedido por el cliente</translation>
    </message>
    <message>
        <source>Sent upstream</source>
        <translation>Enviado al proveedor</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>This request was not sent to a provider.</source>
        <translation>Esta solicitud no se envió a ningún proveedor.</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>Tiempos de la respuesta</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>Por millón</translation>
    </message>
    <message>
        <source>The tries are shown when the request has ended.</source>
        <translation>Los intentos se muestran cuando la solicitud ha terminado.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 en total</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviada</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>as a stream</source>
        <translation>como stream</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1, session %2</source>
        <translation>%1, sesión %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::OwnersView</name>
    <message>
        <source>Teams and customers</source>
        <translation>Equipos y clientes</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the selected team or customer</source>
        <translation>Editar el equipo o cliente seleccionado</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nuevo equipo</translation>
    </message>
    <message>
        <source>You need neither to use Bilrost by yourself. A team holds several keys under one budget; a customer holds several teams. What their keys use counts for them, too.</source>
        <translation>Para usar Bilrost a solas no necesita ninguno de los dos. Un equipo reúne varias claves bajo un presupuesto; un cliente reúne varios equipos. Lo que consumen sus claves cuenta también para ellos.</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n cliente</numerusform>
            <numerusform>%n clientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n equipo</numerusform>
            <numerusform>%n equipos</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>The team was not deleted</source>
        <translation>No se eliminó el equipo</translation>
    </message>
    <message>
        <source>The customer was not deleted</source>
        <translation>No se eliminó el cliente</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>ui::pages::PricesPage</name>
    <message>
        <source>Find a price</source>
        <translation>Buscar un precio</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>Buscar un modelo</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Propios</translation>
    </message>
    <message>
        <source>Set own price…</source>
        <translation>Fijar un precio propio…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Añadir un precio</translation>
    </message>
    <message>
        <source>%1 shown, %2 of your own; dollars for a million tokens</source>
        <translation>%1 mostrados, %2 propios; dólares por un millón de tokens</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>No price for “%1”. Add one.</source>
        <translation>No hay precio para “%1”. Añada uno.</translation>
    </message>
    <message>
        <source>You have set no prices: the list counts.</source>
        <translation>No ha fijado precios propios: vale la lista.</translation>
    </message>
    <message>
        <source>No price list could be read, so every cost is unknown. Add a price.</source>
        <translation>No se pudo leer ninguna lista de precios, así que todos los costes son desconocidos. Añada un precio.</translation>
    </message>
    <message>
        <source>The price was not removed</source>
        <translation>No se quitó el precio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No stored request got a price by it</source>
        <translation>Ninguna solicitud guardada obtuvo un precio con él</translation>
    </message>
    <message numerus="yes">
        <source>%n requests got a price: %1 more</source>
        <translation>
            <numerusform>%n solicitud obtuvo un precio: %1 más</numerusform>
            <numerusform>%n solicitudes obtuvieron un precio: %1 más</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Precios</translation>
    </message>
    <message>
        <source>Update prices…</source>
        <translation>Actualizar los precios…</translation>
    </message>
    <message>
        <source>The list was compared with others on %1.</source>
        <translation>La lista se comparó con otras el %1.</translation>
    </message>
    <message>
        <source>The list was taken over. %1</source>
        <translation>Se adoptó la lista. %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEditor</name>
    <message>
        <source>Groups of settings</source>
        <translation>Grupos de ajustes</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Esenciales</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>Proveedor nuevo</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>1 change not saved</source>
        <translation>1 cambio sin guardar</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved</source>
        <translation>
            <numerusform>%n cambio sin guardar</numerusform>
            <numerusform>%n cambios sin guardar</numerusform>
        </translation>
    </message>
    <message>
        <source>Running requests keep the old settings.</source>
        <translation>Las solicitudes en curso conservan los ajustes anteriores.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave without adding the provider?</source>
        <translation>¿Salir sin añadir el proveedor?</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>¿Salir sin guardar?</translation>
    </message>
    <message>
        <source>1 change would be lost.</source>
        <translation>Se perdería 1 cambio.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes would be lost.</source>
        <translation>
            <numerusform>Se perdería %n cambio.</numerusform>
            <numerusform>Se perderían %n cambios.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>No se quitó el proveedor</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Experto</translation>
    </message>
    <message>
        <source>Network and limits</source>
        <translation>Red y límites</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEssentialsForm</name>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Se muestra como</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Also ask for one short answer; costs less than $0.001</source>
        <translation>Pedir también una respuesta corta; cuesta menos de 0,001 US$</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test what is entered here</source>
        <translation>Probar lo introducido aquí</translation>
    </message>
    <message>
        <source>For example: Work server</source>
        <translation>Por ejemplo: Servidor del trabajo</translation>
    </message>
    <message>
        <source>The provider needs a name.</source>
        <translation>El proveedor necesita un nombre.</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and name a host.</source>
        <translation>La dirección debe empezar por https:// o http:// e indicar un host.</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>Falta la clave.</translation>
    </message>
    <message>
        <source>Another host needs its key entered again.</source>
        <translation>Otro host exige introducir de nuevo su clave.</translation>
    </message>
    <message>
        <source>The stored key is only sent to %1. Enter the key for the new host.</source>
        <translation>La clave guardada solo se envía a %1. Introduzca la clave del host nuevo.</translation>
    </message>
    <message>
        <source>A Bedrock API key. For an access key with its secret key leave this empty, save, and add it under Keys.</source>
        <translation>Una clave de API de Bedrock. Para una clave de acceso con su clave secreta, deje esto vacío, guarde y añádala en Claves.</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer, never into a settings file.</source>
        <translation>Se guarda en el almacén de claves de este equipo, nunca en un archivo de configuración.</translation>
    </message>
    <message>
        <source>Small letters, digits, dot and dash. It begins the names of models.</source>
        <translation>Letras minúsculas, dígitos, punto y guion. Con él empiezan los nombres de los modelos.</translation>
    </message>
    <message>
        <source>Used in model names: %1/…</source>
        <translation>Se usa en los nombres de los modelos: %1/…</translation>
    </message>
    <message>
        <source>It must begin with https:// or http:// and name a host.</source>
        <translation>Debe empezar por https:// o http:// e indicar un host.</translation>
    </message>
    <message>
        <source>Without https, keys and prompts cross the network unencrypted.</source>
        <translation>Sin https, las claves y los prompts cruzan la red sin cifrar.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>first match by model, then by weight</source>
        <translation>primero el que coincida por modelo, después por peso</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>clave %1</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>About the key</source>
        <translation>Acerca de la clave</translation>
    </message>
    <message>
        <source>Keys are made at %1. Yours goes into the key store of this computer, never into a settings file.</source>
        <translation>Las claves se crean en %1. La suya va al almacén de claves de este equipo, nunca a un archivo de ajustes.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderExpertForm</name>
    <message>
        <source>Health probe</source>
        <translation>Sondeo de estado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Asked while the provider is in trouble, so that no request has to find out: “models” for its list of models, or a path such as /health.</source>
        <translation>Se pregunta mientras el proveedor tiene problemas, para que ninguna solicitud tenga que averiguarlo: «models» para su lista de modelos, o una ruta como /health.</translation>
    </message>
    <message>
        <source>Requests that it takes, one a line</source>
        <translation>Solicitudes que acepta, una por línea</translation>
    </message>
    <message>
        <source>Paths of its own, one a line</source>
        <translation>Rutas propias, una por línea</translation>
    </message>
    <message>
        <source>Requests that it takes</source>
        <translation>Solicitudes que acepta</translation>
    </message>
    <message>
        <source>One a line, as “chat_completion” or “embedding”; a stream, as “chat_completion_stream”, is one of its own. Empty means all.</source>
        <translation>Una por línea, como «chat_completion» o «embedding»; un flujo, como «chat_completion_stream», cuenta aparte. Vacío significa todas.</translation>
    </message>
    <message>
        <source>Paths of its own</source>
        <translation>Rutas propias</translation>
    </message>
    <message>
        <source>One a line: the request, a colon, and a path or a whole URL.</source>
        <translation>Una por línea: la solicitud, dos puntos y una ruta o una URL completa.</translation>
    </message>
    <message>
        <source>“%1” is not “request: path” and will not be saved.</source>
        <translation>«%1» no es «solicitud: ruta» y no se guardará.</translation>
    </message>
    <message>
        <source>Have nothing kept at the provider</source>
        <translation>No dejar nada guardado en el proveedor</translation>
    </message>
    <message>
        <source>What the provider keeps</source>
        <translation>Lo que guarda el proveedor</translation>
    </message>
    <message>
        <source>Conversations and responses go out with “store” switched off, whatever a client says.</source>
        <translation>Las conversaciones y respuestas se envían con «store» desactivado, diga lo que diga un cliente.</translation>
    </message>
    <message>
        <source>The key stands in the address</source>
        <translation>La clave va en la dirección</translation>
    </message>
    <message>
        <source>Where the key stands</source>
        <translation>Dónde va la clave</translation>
    </message>
    <message>
        <source>Only for servers that know no other way: others may write addresses down. Bilrost does not.</source>
        <translation>Solo para servidores que no conocen otra forma: otros pueden anotar las direcciones. Bilrost no lo hace.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>A la vez</translation>
    </message>
    <message>
        <source>To one host of this provider. A request beyond that waits.</source>
        <translation>A un mismo host de este proveedor. Las demás solicitudes esperan.</translation>
    </message>
    <message>
        <source>Idle at most</source>
        <translation>Inactividad máxima</translation>
    </message>
    <message>
        <source>Then a connection that carries no request is closed.</source>
        <translation>Después se cierra la conexión que no lleva ninguna solicitud.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderLineForm</name>
    <message>
        <source>Refuse what finds the line full</source>
        <translation>Rechazar lo que encuentre la cola llena</translation>
    </message>
    <message>
        <source>May be on this computer or in a private network</source>
        <translation>Puede estar en este equipo o en una red privada</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>A la vez</translation>
    </message>
    <message>
        <source>Requests. The others wait in line.</source>
        <translation>Solicitudes. Las demás esperan en la cola.</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>En la cola</translation>
    </message>
    <message>
        <source>Needed only while other computers can reach Bilrost.</source>
        <translation>Solo hace falta mientras otros equipos puedan acceder a Bilrost.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderModelsSection</name>
    <message>
        <source>Find a model</source>
        <translation>Buscar un modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>A test asks the provider for them.</source>
        <translation>Una prueba los pide al proveedor.</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>%1 conocidos</translation>
    </message>
    <message>
        <source>%1 known, %2 may be used</source>
        <translation>%1 conocidos, %2 se pueden usar</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderNetworkForm</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>as the answer</source>
        <translation>como la respuesta</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Tiempos de espera</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Conectar en</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>Primer byte en</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>Primer token en</translation>
    </message>
    <message>
        <source>Of a stream. Signs of life do not count.</source>
        <translation>De un stream. Las señales de vida no cuentan.</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>Silencio máximo</translation>
    </message>
    <message>
        <source>Between two pieces of a stream.</source>
        <translation>Entre dos fragmentos de un stream.</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>Responder en</translation>
    </message>
    <message>
        <source>Stream within</source>
        <translation>Stream en</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Times, after the first try, before anything was sent to the client.</source>
        <translation>Veces, tras el primer intento, antes de enviar algo al cliente.</translation>
    </message>
    <message>
        <source>Wait before it</source>
        <translation>Espera previa</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Espera máxima</translation>
    </message>
    <message>
        <source>Each try doubles the wait up to here, and chance shortens it. What the provider asks for comes first.</source>
        <translation>Cada intento duplica la espera hasta este valor, y el azar la acorta. Lo que pida el proveedor tiene prioridad.</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Como indique el sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
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
        <translation>Vacío: se conserva la guardada</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Dirección del proxy</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Use HTTP/2 where the server offers it</source>
        <translation>Usar HTTP/2 donde el servidor lo ofrezca</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate</source>
        <translation>No comprobar el certificado del servidor</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Trusted besides the system&apos;s certificates (PEM)</source>
        <translation>De confianza además de los certificados del sistema (PEM)</translation>
    </message>
    <message>
        <source>Extra headers, one a line</source>
        <translation>Encabezados adicionales, uno por línea</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>Encabezados adicionales</translation>
    </message>
    <message>
        <source>Anyone on the way can read your key and your prompts</source>
        <translation>Cualquiera en el camino puede leer su clave y sus prompts</translation>
    </message>
    <message>
        <source>If the server has a certificate of its own, trust that one below instead.</source>
        <translation>Si el servidor tiene un certificado propio, confíe abajo en ese en lugar de hacer esto.</translation>
    </message>
    <message>
        <source>One a line, “Name: value”. Sent with every request.</source>
        <translation>Uno por línea, “Nombre: valor”. Se envían con cada solicitud.</translation>
    </message>
    <message>
        <source>“%1” is not “Name: value” and will not be sent.</source>
        <translation>“%1” no es “Nombre: valor” y no se enviará.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the selected provider</source>
        <translation>Editar el proveedor seleccionado</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Añadir un proveedor</translation>
    </message>
    <message>
        <source>One field to fill in.</source>
        <translation>Un solo campo que rellenar.</translation>
    </message>
    <message>
        <source>Providers that can be added</source>
        <translation>Proveedores que se pueden añadir</translation>
    </message>
    <message>
        <source>Add a provider to start. One key is enough.</source>
        <translation>Añada un proveedor para empezar. Basta con una clave.</translation>
    </message>
    <message numerus="yes">
        <source>%n set up</source>
        <translation>
            <numerusform>%n configurado</numerusform>
            <numerusform>%n configurados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n healthy</source>
        <translation>
            <numerusform>, %n en buen estado</numerusform>
            <numerusform>, %n en buen estado</numerusform>
        </translation>
    </message>
    <message>
        <source>, 1 needs a look</source>
        <translation>, 1 requiere atención</translation>
    </message>
    <message numerus="yes">
        <source>, %n need a look</source>
        <translation>
            <numerusform>, %n requiere atención</numerusform>
            <numerusform>, %n requieren atención</numerusform>
        </translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Añadir uno</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Añadir otro</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>Introducir una clave nueva</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>Comprobar la dirección</translation>
    </message>
    <message>
        <source>Requests for “%1/…” fail until this is solved.</source>
        <translation>Las solicitudes de “%1/…” fallan hasta que esto se resuelva.</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>No se quitó el proveedor</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation>Buscar un proveedor</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>Este equipo no tiene conexión</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>Solo se llega a los proveedores que están en él. Los demás se prueban de nuevo cuando vuelva la red.</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProxyInForce</name>
    <message>
        <source>Requests go straight to the provider: a server on this computer is reached without a proxy.</source>
        <translation>Las solicitudes van directamente al proveedor: a un servidor de este equipo se llega sin proxy.</translation>
    </message>
    <message>
        <source>Requests go straight to the provider.</source>
        <translation>Las solicitudes van directamente al proveedor.</translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation>Introduzca la dirección del proxy.</translation>
    </message>
    <message>
        <source>Requests go through %1.</source>
        <translation>Las solicitudes pasan por %1.</translation>
    </message>
    <message>
        <source>Asking the system for its proxy…</source>
        <translation>Preguntando al sistema por su proxy…</translation>
    </message>
    <message>
        <source>Requests go straight to the provider: neither the environment nor the system names a proxy for this host.</source>
        <translation>Las solicitudes van directamente al proveedor: ni el entorno ni el sistema indican un proxy para este host.</translation>
    </message>
    <message>
        <source>Requests go through %1, as the environment or the system says.</source>
        <translation>Las solicitudes pasan por %1, como indica el entorno o el sistema.</translation>
    </message>
</context>
<context>
    <name>ui::pages::RawTab</name>
    <message>
        <source>Load all of the bodies</source>
        <translation>Cargar los cuerpos completos</translation>
    </message>
    <message>
        <source>The exchange as text</source>
        <translation>El intercambio como texto</translation>
    </message>
    <message>
        <source>Secrets are masked.</source>
        <translation>Los secretos están enmascarados.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>Solo se guardaron los totales: el nivel de captura de ese momento dejó fuera los cuerpos.</translation>
    </message>
    <message>
        <source>The first %1 of each body are shown. Secrets are masked.</source>
        <translation>Se muestran los primeros %1 de cada cuerpo. Los secretos están enmascarados.</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>Cargar todo: %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestColumns</name>
    <message>
        <source>Reset columns</source>
        <translation>Restablecer las columnas</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestCommands</name>
    <message>
        <source>It could not be sent: %1</source>
        <translation>No se pudo enviar: %1</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Reenviar</translation>
    </message>
    <message>
        <source>Edit and resend…</source>
        <translation>Editar y reenviar…</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Cancelar la solicitud</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anclar</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Comentar…</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Copiar como cURL</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Copiar como Python</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>Copiar como JavaScript</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Copiar el error</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar el id</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>Comparar con la anterior</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desanclar</translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation>Enviada de nuevo.</translation>
    </message>
    <message>
        <source>The list has no request of this session before it. Select two to compare them.</source>
        <translation>La lista no tiene ninguna solicitud anterior de esta sesión. Seleccione dos para compararlas.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>What is to be remembered about this request; the filter finds it.</source>
        <translation>Lo que conviene recordar de esta solicitud; el filtro lo encuentra.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestDetailPane</name>
    <message>
        <source>Select a request to see what was asked, who answered and how long it took.</source>
        <translation>Seleccione una solicitud para ver qué se pidió, quién respondió y cuánto tardó.</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Cancelar la solicitud</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Copiar el id</translation>
    </message>
    <message>
        <source>Cancel the running request (Ctrl+.)</source>
        <translation>Cancelar la solicitud en curso (Ctrl+.)</translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation>¿Por qué aquí?</translation>
    </message>
    <message>
        <source>Shows in the simulator which rules, keys and targets decide about this request</source>
        <translation>Muestra en el simulador qué reglas, claves y destinos deciden sobre esta solicitud</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Reenviar</translation>
    </message>
    <message>
        <source>Send it to this gateway again (Ctrl+R); Ctrl+Shift+R edits it before</source>
        <translation>Volver a enviarla a este gateway (Ctrl+R); Ctrl+Mayús+R la edita antes</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare with the request before it of the same session (Ctrl+D)</source>
        <translation>Comparar con la solicitud anterior de la misma sesión (Ctrl+D)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copiar como</translation>
    </message>
    <message>
        <source>Copy as a program with the local address and a placeholder for the key</source>
        <translation>Copiar como programa con la dirección local y un marcador en lugar de la clave</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Copiar como cURL</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Copiar como Python</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>Copiar como JavaScript</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar el id</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>This request is hidden by the filter.</source>
        <translation>El filtro oculta esta solicitud.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarla</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Partes de la solicitud</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Encabezados</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Sin procesar</translation>
    </message>
    <message>
        <source>The details of this request could not be read: %1</source>
        <translation>No se pudieron leer los detalles de esta solicitud: %1</translation>
    </message>
    <message>
        <source>The request has not been read yet.</source>
        <translation>La solicitud aún no se ha leído.</translation>
    </message>
    <message>
        <source>Copied without a body: none was stored.</source>
        <translation>Copiada sin cuerpo: no se guardó ninguno.</translation>
    </message>
    <message>
        <source>Copied with the part of the body that was stored.</source>
        <translation>Copiada con la parte del cuerpo que se guardó.</translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation>Copiado como %1.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Enlace copiado.</translation>
    </message>
    <message>
        <source>Its body was not stored as a whole, so it cannot be asked again.</source>
        <translation>Su cuerpo no se guardó completo, así que no se puede repetir.</translation>
    </message>
    <message>
        <source>There is no error to copy.</source>
        <translation>No hay ningún error que copiar.</translation>
    </message>
    <message>
        <source>Error copied.</source>
        <translation>Error copiado.</translation>
    </message>
    <message>
        <source>Id copied.</source>
        <translation>Id. copiado.</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1, hora local</translation>
    </message>
    <message>
        <source>Copy the id %1</source>
        <translation>Copiar el id. %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestTimes</name>
    <message>
        <source>All times</source>
        <translation>Todo el tiempo</translation>
    </message>
    <message>
        <source>Requests by time</source>
        <translation>Solicitudes por tiempo</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Requests by time as a table</source>
        <translation>Solicitudes por tiempo, como tabla</translation>
    </message>
    <message>
        <source>%1 · %2 requests · %3 failed · %4</source>
        <translation>%1 · %2 solicitudes · %3 fallidas · %4</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestToolbar</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Place of the detail (F8)</source>
        <translation>Lugar del detalle (F8)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Límite de frecuencia</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Canceladas</translation>
    </message>
    <message>
        <source>Pause or resume the list (Space)</source>
        <translation>Pausar o reanudar la lista (Espacio)</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Filtrar las solicitudes</translation>
    </message>
    <message>
        <source>Filter, for example  cost&gt;5c provider:anthropic</source>
        <translation>Filtrar, por ejemplo  cost&gt;5c provider:anthropic</translation>
    </message>
    <message>
        <source>Filter the requests (Ctrl+F): words, or conditions such as cost&gt;5c, state:error, is:fallback, joined by and, or, not and brackets</source>
        <translation>Filtrar las solicitudes (Ctrl+F): palabras o condiciones como cost&gt;5c, state:error, is:fallback, unidas por and, or, not y paréntesis</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>%1 new</source>
        <comment>requests that arrived meanwhile</comment>
        <translation>%1 nuevas</translation>
    </message>
    <message>
        <source>Resume the list: %1</source>
        <translation>Reanudar la lista: %1</translation>
    </message>
    <message>
        <source>Show the newest requests: %1</source>
        <translation>Mostrar las solicitudes más recientes: %1</translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation>Pausar la lista</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Group by session</source>
        <translation>Agrupar por sesión</translation>
    </message>
    <message>
        <source>What was said is not searched. Settings, “Storage and privacy”, switches that on.</source>
        <translation>Lo dicho no se busca. Se activa en Ajustes, «Almacenamiento y privacidad».</translation>
    </message>
    <message>
        <source> (%1 of the stored requests are searched so far)</source>
        <translation> (por ahora se busca en el %1 de las solicitudes guardadas)</translation>
    </message>
    <message>
        <source>By time</source>
        <comment>the order of the list that a click brings back</comment>
        <translation>Por hora</translation>
    </message>
    <message>
        <source>The list is sorted by a column. Back to the newest requests (End)</source>
        <translation>La lista está ordenada por una columna. Volver a las solicitudes más recientes (Fin)</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation>Solicitudes, las más recientes primero</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>Conectar una herramienta</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Borrar el filtro</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Filtrar las solicitudes</translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation>Ir a la solicitud más reciente</translation>
    </message>
    <message>
        <source>Pause or resume the list</source>
        <translation>Pausar o reanudar la lista</translation>
    </message>
    <message>
        <source>Change the place of the detail</source>
        <translation>Cambiar el lugar del detalle</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 de %2 solicitudes</translation>
    </message>
    <message>
        <source>No request matches. %1 are stored.</source>
        <translation>Ninguna solicitud coincide. Hay %1 guardadas.</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Point a tool at %1</source>
        <translation>Las solicitudes aparecen aquí en cuanto empiezan. Dirija una herramienta a %1</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Nothing is listening now: %1</source>
        <translation>Las solicitudes aparecen aquí en cuanto empiezan. Ahora no escucha nadie: %1</translation>
    </message>
    <message>
        <source>Requests appear here as they start. The gateway is stopped.</source>
        <translation>Las solicitudes aparecen aquí en cuanto empiezan. El gateway está detenido.</translation>
    </message>
    <message>
        <source>The stored requests could not be read: %1. New ones are still shown.</source>
        <translation>No se pudieron leer las solicitudes guardadas: %1. Las nuevas se siguen mostrando.</translation>
    </message>
    <message>
        <source>The last request could not be stored. It still went through.</source>
        <translation>No se pudo guardar la última solicitud. Aun así, se atendió.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored. They still went through.</source>
        <translation>
            <numerusform>No se pudo guardar la última solicitud. Aun así, se atendió.</numerusform>
            <numerusform>No se pudieron guardar las últimas %n solicitudes. Aun así, se atendieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last request could not be stored: %1. It still went through.</source>
        <translation>No se pudo guardar la última solicitud: %1. Aun así, se atendió.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored: %1. They still went through.</source>
        <translation>
            <numerusform>No se pudo guardar la última solicitud: %1. Aun así, se atendió.</numerusform>
            <numerusform>No se pudieron guardar las últimas %n solicitudes: %1. Aun así, se atendieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests cannot be stored: %1. They still go through.</source>
        <translation>No se pueden guardar las solicitudes: %1. Aun así, se siguen atendiendo.</translation>
    </message>
    <message>
        <source>Show requests by time</source>
        <translation>Mostrar las solicitudes por tiempo</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>%1 de %2 sesiones</translation>
    </message>
    <message>
        <source>Group requests by session</source>
        <translation>Agrupar las solicitudes por sesión</translation>
    </message>
    <message>
        <source>Sessions, newest first</source>
        <translation>Sesiones, las más recientes primero</translation>
    </message>
    <message>
        <source>Close session</source>
        <translation>Cerrar la sesión</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Abrir la sesión</translation>
    </message>
    <message>
        <source>Show only this session</source>
        <translation>Mostrar solo esta sesión</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar el id</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Mostrar solo</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más recientes primero</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Más largas primero</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>Más tokens primero</translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation>Más caras primero</translation>
    </message>
    <message>
        <source>Requests, sorted by a column</source>
        <translation>Solicitudes, ordenadas por una columna</translation>
    </message>
</context>
<context>
    <name>ui::pages::ResilienceForm</name>
    <message>
        <source>Tell the client</source>
        <translation>Avisar al cliente</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>Continuar donde las respuestas coinciden</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>Continuar en cualquier caso</translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>Iniciar el respaldo en paralelo tras</translation>
    </message>
    <message>
        <source>Start the fallback beside a slow target</source>
        <translation>Iniciar el respaldo en paralelo a un destino lento</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>Segundos sin un primer token antes de que empiece el respaldo</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>Si un stream se interrumpe</translation>
    </message>
    <message>
        <source>The request runs again. Where the new answer repeats what the client already has, the stream simply goes on. Where it differs, the client hears of the break, or the target is asked to go on from what the client has: models that refuse that are not asked.</source>
        <translation>La solicitud se ejecuta de nuevo. Donde la nueva respuesta repite lo que el cliente ya tiene, el stream simplemente continúa. Donde difiere, se avisa al cliente de la interrupción o se pide al destino que continúe desde lo que el cliente tiene: no se pide a los modelos que lo rechazan.</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>Si el inicio es lento</translation>
    </message>
    <message>
        <source>The first token wins and the other one is cancelled. Models that usually think for longer get more time by themselves.</source>
        <translation>Gana el primer token y el otro se cancela. Los modelos que suelen razonar más tiempo reciben más plazo automáticamente.</translation>
    </message>
    <message>
        <source>Wait when asked, up to</source>
        <translation>Esperar cuando se pida, hasta</translation>
    </message>
    <message>
        <source>A provider that asks for a longer wait (Retry-After) is not waited for: the fallback takes over at once.</source>
        <translation>No se espera a un proveedor que pida una espera mayor (Retry-After): el respaldo toma el relevo enseguida.</translation>
    </message>
    <message>
        <source>For all routes, in force at once. Retries and their waits belong to each provider: Providers, Network and limits.</source>
        <translation>Para todas las rutas, con efecto inmediato. Los reintentos y sus esperas pertenecen a cada proveedor: Proveedores, Red y límites.</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>Enviar enseguida</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>Retener los primeros tokens:</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>Retener hasta el final</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>Tokens que se retienen</translation>
    </message>
    <message>
        <source>Mind how targets fare</source>
        <translation>Tener en cuenta cómo van los destinos</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>Lo que se retiene todavía puede venir de otro destino sin que se note.</translation>
    </message>
    <message>
        <source>Draws by weight</source>
        <translation>Sorteo por peso</translation>
    </message>
    <message>
        <source>Fast, cheap and healthy targets with room in their rate limits are drawn more often than their weight says. “Why here?” tells how much.</source>
        <translation>Los destinos rápidos, baratos y sanos con margen en sus límites de frecuencia se sortean más a menudo de lo que indica su peso. “¿Por qué aquí?” dice cuánto.</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteCareForm</name>
    <message>
        <source>Patience and care</source>
        <translation>Esperas y precauciones</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>como siempre</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>Conectar en</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>Primer byte en</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>Primer token en</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>Silencio máximo</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>Respuesta completa en</translation>
    </message>
    <message>
        <source>As for all routes</source>
        <translation>Como para todas las rutas</translation>
    </message>
    <message>
        <source>Tell the client</source>
        <translation>Avisar al cliente</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>Continuar donde las respuestas coinciden</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>Continuar en cualquier caso</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>Iniciar el respaldo en paralelo tras</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>Segundos sin un primer token antes de que empiece el respaldo</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>Enviar enseguida</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>Retener los primeros tokens:</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>Retener hasta el final</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>Tokens que se retienen</translation>
    </message>
    <message>
        <source>By weight only</source>
        <translation>Solo por peso</translation>
    </message>
    <message>
        <source>By weight and how targets fare</source>
        <translation>Por peso y según cómo van los destinos</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>Si un stream se interrumpe</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>Si el inicio es lento</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>Lo que se retiene todavía puede venir de otro destino sin que se note.</translation>
    </message>
    <message>
        <source>Targets are drawn</source>
        <translation>Los destinos se sortean</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteEditor</name>
    <message>
        <source>On</source>
        <translation>Activada</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation>La regla está activada</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>Near the budget, go small</source>
        <translation>Cerca del presupuesto, usar uno menor</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>empty: every request</source>
        <translation>vacío: todas las solicitudes</translation>
    </message>
    <message>
        <source>Edit as a rule</source>
        <translation>Editar como regla</translation>
    </message>
    <message>
        <source>Tools that ask for this name get a target below. It is in the lists of models.</source>
        <translation>Las herramientas que piden este nombre reciben uno de los destinos de abajo. Figura en las listas de modelos.</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuando</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Va a</translation>
    </message>
    <message>
        <source>One of them is drawn for each request, by its share.</source>
        <translation>Para cada solicitud se sortea uno de ellos según su parte.</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Añadir un destino</translation>
    </message>
    <message>
        <source>If that fails</source>
        <translation>Si eso falla</translation>
    </message>
    <message>
        <source>Asked one after the other, before the client hears of a failure.</source>
        <translation>Se consultan uno tras otro, antes de que el cliente sepa del fallo.</translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation>Añadir un respaldo</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>No buscar más</translation>
    </message>
    <message>
        <source>Ask the rules again with the new names</source>
        <translation>Consultar las reglas otra vez con los nombres nuevos</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>A virtual key</source>
        <translation>Una clave virtual</translation>
    </message>
    <message>
        <source>A team</source>
        <translation>Un equipo</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>Un cliente</translation>
    </message>
    <message>
        <source>its id</source>
        <translation>su id.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>After a match</source>
        <translation>Tras una coincidencia</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>alias</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regla</translation>
    </message>
    <message>
        <source>The alias needs a name.</source>
        <translation>El alias necesita un nombre.</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>La regla necesita un nombre.</translation>
    </message>
    <message>
        <source>The expression is not complete.</source>
        <translation>La expresión no está completa.</translation>
    </message>
    <message>
        <source>It needs a target.</source>
        <translation>Necesita un destino.</translation>
    </message>
    <message>
        <source>A target needs its model.</source>
        <translation>Un destino necesita su modelo.</translation>
    </message>
    <message>
        <source>A fallback needs its model.</source>
        <translation>Un respaldo necesita su modelo.</translation>
    </message>
    <message>
        <source>Say for whom the rule is.</source>
        <translation>Indique para quién es la regla.</translation>
    </message>
    <message>
        <source>There is an alias of this name already.</source>
        <translation>Ya existe un alias con este nombre.</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Alias nuevo</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Regla nueva</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Válida</translation>
    </message>
    <message>
        <source>Line %1, character %2</source>
        <translation>Línea %1, carácter %2</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>Carácter %1</translation>
    </message>
    <message>
        <source>The rule was not saved</source>
        <translation>No se guardó la regla</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteTargetRow</name>
    <message>
        <source>model, as asked for</source>
        <translation>modelo, el que se pida</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>Subir	Alt+Arriba</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>Bajar	Alt+Abajo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>Primer token en</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>As asked for</source>
        <translation>El que se pida</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>destino %1</translation>
    </message>
    <message>
        <source>fallback %1</source>
        <translation>respaldo %1</translation>
    </message>
    <message>
        <source>Provider of %1</source>
        <translation>Proveedor de %1</translation>
    </message>
    <message>
        <source>Model of %1</source>
        <translation>Modelo de %1</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Clave de %1</translation>
    </message>
    <message>
        <source>Move or remove %1</source>
        <translation>Mover o quitar %1</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>Parte de %1</translation>
    </message>
    <message>
        <source>First token of %1 within</source>
        <translation>Primer token de %1 en</translation>
    </message>
    <message>
        <source>%1 (not set up)</source>
        <translation>%1 (sin configurar)</translation>
    </message>
    <message>
        <source>a key that is gone</source>
        <translation>una clave que ya no existe</translation>
    </message>
    <message>
        <source>Drag it to another place</source>
        <translation>Arrastrarlo a otro lugar</translation>
    </message>
</context>
<context>
    <name>ui::pages::RoutesPage</name>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulador</translation>
    </message>
    <message>
        <source>Show or hide the simulator</source>
        <translation>Mostrar u ocultar el simulador</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Regla nueva</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>Alias nuevo</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Partes de esta página</translation>
    </message>
    <message>
        <source>Aliases and rules</source>
        <translation>Alias y reglas</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado de los destinos</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>Si algo va mal</translation>
    </message>
    <message>
        <source>An alias such as “medium” lets tools ask for a role, not a model. Make one, and change what answers without touching the tools.</source>
        <translation>Un alias como “medium” permite que las herramientas pidan un papel en lugar de un modelo. Cree uno y cambie lo que responde sin tocar las herramientas.</translation>
    </message>
    <message>
        <source>A rule does the same for everything that you can say of a request: its tool, a header, the budget that is left. Without both, a request goes to the provider that it names.</source>
        <translation>Una regla hace lo mismo con todo lo que se puede decir de una solicitud: su herramienta, un encabezado, el presupuesto que queda. Sin alias ni reglas, una solicitud va al proveedor que indica.</translation>
    </message>
    <message>
        <source>Make an alias</source>
        <translation>Crear un alias</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>Escribir una regla</translation>
    </message>
    <message>
        <source>Aliases and rules, the first that matches decides</source>
        <translation>Alias y reglas; decide la primera coincidencia</translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es)</source>
        <translation>
            <numerusform>%n alias</numerusform>
            <numerusform>%n alias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n regla</numerusform>
            <numerusform>%n reglas</numerusform>
        </translation>
    </message>
    <message>
        <source>Health (%1)</source>
        <translation>Estado de los destinos (%1)</translation>
    </message>
    <message>
        <source>Discard what was not saved?</source>
        <translation>¿Descartar lo que no se ha guardado?</translation>
    </message>
    <message>
        <source>The rule in the editor has changes that are not in force.</source>
        <translation>La regla del editor tiene cambios que no están en vigor.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>The order was not changed</source>
        <translation>No se cambió el orden</translation>
    </message>
    <message>
        <source>The rule was not switched</source>
        <translation>No se activó ni desactivó la regla</translation>
    </message>
    <message>
        <source>The rule was not removed</source>
        <translation>No se quitó la regla</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>Subir	Alt+Arriba</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>Bajar	Alt+Abajo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>ui::pages::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Remove a saved filter</source>
        <translation>Quitar un filtro guardado</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Guardar este filtro…</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Guardar este filtro</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Nombre del filtro</translation>
    </message>
</context>
<context>
    <name>ui::pages::SelectionSummary</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare the two requests</source>
        <translation>Comparar las dos solicitudes</translation>
    </message>
    <message>
        <source>Compare the two requests (Ctrl+D)</source>
        <translation>Comparar las dos solicitudes (Ctrl+D)</translation>
    </message>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>%n solicitud seleccionada</numerusform>
            <numerusform>%n solicitudes seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count, share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Aún en curso</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Tokens de entrada</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>de ellos, en caché</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Tokens de salida</translation>
    </message>
    <message>
        <source>Without token counts</source>
        <translation>Sin recuento de tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Sin precio</translation>
    </message>
    <message>
        <source>First started</source>
        <translation>Inicio de la primera</translation>
    </message>
    <message>
        <source>Last started</source>
        <translation>Inicio de la última</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>%1 sessions selected</source>
        <translation>%1 sesiones seleccionadas</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
</context>
<context>
    <name>ui::pages::SettingsPage</name>
    <message>
        <source>Bilrost listens there now. No program on this computer named the port of before.</source>
        <translation>Bilrost escucha ahora ahí. Ningún programa de este equipo indicaba el puerto anterior.</translation>
    </message>
    <message>
        <source>Bilrost listens there now. These programs still name the port of before: %1.</source>
        <translation>Bilrost escucha ahora ahí. Estos programas todavía indican el puerto anterior: %1.</translation>
    </message>
    <message>
        <source>Running requests go on. Connected programs have to be told.</source>
        <translation>Las solicitudes en curso continúan. Hay que informar a los programas conectados.</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>no escucha</translation>
    </message>
    <message>
        <source>%1 requests, %2</source>
        <translation>%1 solicitudes, %2</translation>
    </message>
    <message>
        <source>No setting matches “%1”.</source>
        <translation>Ningún ajuste coincide con “%1”.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Secciones de la configuración</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation>Cada cambio tiene efecto inmediato.</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar un ajuste</translation>
    </message>
    <message>
        <source>Find a setting…</source>
        <translation>Buscar un ajuste…</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The window changes at once; requests go on.</source>
        <translation>La ventana cambia enseguida; las solicitudes continúan.</translation>
    </message>
    <message>
        <source>Start Bilrost when I log in</source>
        <translation>Iniciar Bilrost al iniciar sesión</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Off until you ask for it. Off again, nothing of it is left behind.</source>
        <translation>Desactivado hasta que usted lo pida. Al desactivarlo no queda ningún rastro.</translation>
    </message>
    <message>
        <source>autostart, login, boot</source>
        <translation>inicio automático, sesión, arranque</translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation>En la bandeja, sin ventana</translation>
    </message>
    <message>
        <source>autostart, hidden</source>
        <translation>inicio automático, oculto</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Preguntar cada vez</translation>
    </message>
    <message>
        <source>Hide, and keep the gateway running</source>
        <translation>Ocultar y mantener el gateway en ejecución</translation>
    </message>
    <message>
        <source>Quit, and stop the gateway</source>
        <translation>Salir y detener el gateway</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Al cerrar la ventana</translation>
    </message>
    <message>
        <source>Hiding needs a system tray; without one, closing quits.</source>
        <translation>Ocultar requiere una bandeja del sistema; sin ella, al cerrar se sale.</translation>
    </message>
    <message>
        <source>tray, minimise, exit</source>
        <translation>bandeja, minimizar, salir</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>“Like the system” follows the desktop as it changes between light, dark and high contrast.</source>
        <translation>“Como el sistema” sigue al escritorio cuando cambia entre claro, oscuro y alto contraste.</translation>
    </message>
    <message>
        <source>colour, night mode, accessibility</source>
        <translation>color, modo nocturno, accesibilidad</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Usually only this computer reaches it; --host says otherwise.</source>
        <translation>Normalmente solo accede este equipo; --host lo cambia.</translation>
    </message>
    <message>
        <source>url, host, endpoint</source>
        <translation>url, host, endpoint, dirección</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>Usar este puerto</translation>
    </message>
    <message>
        <source>Show these programs</source>
        <translation>Mostrar estos programas</translation>
    </message>
    <message>
        <source>listen, address, busy</source>
        <translation>escuchar, dirección, ocupado</translation>
    </message>
    <message>
        <source>Storage and privacy</source>
        <translation>Almacenamiento y privacidad</translation>
    </message>
    <message>
        <source>Store of each request</source>
        <translation>Guardar de cada solicitud</translation>
    </message>
    <message>
        <source>What prompts and answers say is kept only where this says so. A change counts from the next request on; secrets are masked before anything is kept.</source>
        <translation>Lo que dicen los prompts y las respuestas solo se conserva donde se indica aquí. Un cambio vale a partir de la próxima solicitud; los secretos se enmascaran antes de guardar nada.</translation>
    </message>
    <message>
        <source>capture, body, recording, prompts, logging</source>
        <translation>captura, cuerpo, grabación, prompts, registro</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>Guardado ahora</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>config.sqlite3 is small and precious; history.sqlite3 may be deleted while Bilrost is not running.</source>
        <translation>config.sqlite3 es pequeño y valioso; history.sqlite3 se puede eliminar mientras Bilrost no está en ejecución.</translation>
    </message>
    <message>
        <source>where, files, database, backup</source>
        <translation>dónde, archivos, base de datos, copia de seguridad</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>carpeta de datos</translation>
    </message>
    <message>
        <source>Provider keys</source>
        <translation>Claves de proveedores</translation>
    </message>
    <message>
        <source>keychain, secrets, vault</source>
        <translation>llavero, secretos, almacén</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>notification, message, alert</source>
        <translation>notificación, mensaje, alerta</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Avisarme cuando</translation>
    </message>
    <message>
        <source>A provider fails or cannot be reached</source>
        <translation>Un proveedor falla o no es accesible</translation>
    </message>
    <message>
        <source>It answers again</source>
        <translation>Vuelve a responder</translation>
    </message>
    <message>
        <source>A provider rejects its key</source>
        <translation>Un proveedor rechaza su clave</translation>
    </message>
    <message>
        <source>A request failed because every target had failed</source>
        <translation>Una solicitud falló porque habían fallado todos los destinos</translation>
    </message>
    <message>
        <source>A virtual key comes near its budget, or has spent it</source>
        <translation>Una clave virtual se acerca a su presupuesto o lo ha agotado</translation>
    </message>
    <message>
        <source>Never more than one in a minute for the same cause, and none while you look at this window.</source>
        <translation>Nunca más de una por minuto por la misma causa, y ninguna mientras usted mira esta ventana.</translation>
    </message>
    <message>
        <source>Where it is more, bodies go first and then requests, the oldest of each. The totals of Usage stay.</source>
        <translation>Cuando se supera, se eliminan primero los cuerpos y después las solicitudes, siempre lo más antiguo. Los totales de Consumo se conservan.</translation>
    </message>
    <message>
        <source>Addresses such as https://chat.example.com, with commas between them; * stands for one label. Programs need no entry.</source>
        <translation>Direcciones como https://chat.example.com, separadas por comas; * vale por una etiqueta. Los programas no necesitan ninguna entrada.</translation>
    </message>
    <message>
        <source> day</source>
        <translation> día</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>Days that requests are kept</source>
        <translation>Días que se conservan las solicitudes</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>para siempre</translation>
    </message>
    <message>
        <source>Keep requests</source>
        <translation>Conservar las solicitudes</translation>
    </message>
    <message>
        <source>Older ones are deleted with their bodies. Pinned ones stay, and what was used and what it cost stays counted.</source>
        <translation>Las más antiguas se eliminan con sus cuerpos. Las ancladas se conservan, y lo que se consumió y lo que costó se sigue contando.</translation>
    </message>
    <message>
        <source>retention, age, delete, clean, trim</source>
        <translation>conservación, antigüedad, eliminar, limpiar, recortar</translation>
    </message>
    <message>
        <source>Most space of stored requests</source>
        <translation>Espacio máximo de las solicitudes guardadas</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Use these limits</source>
        <translation>Usar estos límites</translation>
    </message>
    <message>
        <source>In at most</source>
        <translation>En un máximo de</translation>
    </message>
    <message>
        <source>retention, size, disk, space, delete</source>
        <translation>conservación, tamaño, disco, espacio, eliminar</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>Solicitud más grande</translation>
    </message>
    <message>
        <source>What is larger is refused with 413.</source>
        <translation>Lo que sea mayor se rechaza con 413.</translation>
    </message>
    <message>
        <source>body, upload, limit, size</source>
        <translation>cuerpo, carga, límite, tamaño</translation>
    </message>
    <message>
        <source>Web pages that may ask</source>
        <translation>Páginas web que pueden preguntar</translation>
    </message>
    <message>
        <source>only those of this computer</source>
        <translation>solo las de este equipo</translation>
    </message>
    <message>
        <source>cors, origin, browser</source>
        <translation>cors, origen, navegador</translation>
    </message>
    <message>
        <source>Make prompts and answers searchable</source>
        <translation>Permitir buscar en prompts y respuestas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>full text, index, find, prompt, body, fts</source>
        <translation>texto completo, índice, buscar, prompt, cuerpo</translation>
    </message>
    <message>
        <source>The filter of the requests then knows text:word. The index takes space in the history; switched off again, it is deleted.</source>
        <translation>El filtro de solicitudes conoce entonces text:palabra. El índice ocupa espacio en el historial; al desactivarlo se borra.</translation>
    </message>
    <message>
        <source>%1 of the stored requests can be searched; the others follow in the background.</source>
        <translation>Se puede buscar en el %1 de las solicitudes guardadas; las demás siguen en segundo plano.</translation>
    </message>
    <message>
        <source>All stored requests can be searched: text:word in the filter of the requests.</source>
        <translation>Se puede buscar en todas las solicitudes guardadas: text:palabra en el filtro de solicitudes.</translation>
    </message>
    <message>
        <source>Delete %1 requests, %2?</source>
        <translation>¿Eliminar %1 solicitudes, %2?</translation>
    </message>
    <message>
        <source>Prompts, answers and figures of each go and cannot be brought back. Pinned requests stay, and so do the totals of Usage.</source>
        <translation>Los prompts, las respuestas y las cifras de cada una se eliminan y no se pueden recuperar. Las solicitudes ancladas se conservan, y también los totales de Consumo.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Eliminando…</translation>
    </message>
    <message>
        <source>%1 requests were deleted. The file shrinks in the background.</source>
        <translation>Se eliminaron %1 solicitudes. El archivo se reduce en segundo plano.</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Eliminar todo…</translation>
    </message>
    <message>
        <source>Delete all stored requests</source>
        <translation>Eliminar todas las solicitudes guardadas</translation>
    </message>
    <message>
        <source>history, size, disk, clear, delete, forget</source>
        <translation>historial, tamaño, disco, vaciar, eliminar, olvidar</translation>
    </message>
</context>
<context>
    <name>ui::pages::SimulatorPane</name>
    <message>
        <source>Request to simulate</source>
        <translation>Solicitud que se simula</translation>
    </message>
    <message>
        <source>Pretend</source>
        <translation>Suponer</translation>
    </message>
    <message>
        <source>Pretend that providers are offline or keys limited</source>
        <translation>Suponer que hay proveedores desconectados o claves limitadas</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simular</translation>
    </message>
    <message>
        <source>Ctrl+Enter. Nothing is sent.</source>
        <translation>Ctrl+Intro. No se envía nada.</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulador</translation>
    </message>
    <message>
        <source>Paste a curl command, an HTTP request or a JSON body, and see which rules, keys and targets decide. Nothing is sent to any provider.</source>
        <translation>Pegue un comando curl, una solicitud HTTP o un cuerpo JSON y vea qué reglas, claves y destinos deciden. No se envía nada a ningún proveedor.</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>Por qué aquí</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>no se envió nada</translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation>Copiar la explicación</translation>
    </message>
    <message>
        <source>Why here, step by step</source>
        <translation>Por qué aquí, paso a paso</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 está desconectado</translation>
    </message>
    <message>
        <source>Key %1 of %2 is limited</source>
        <translation>La clave %1 de %2 está limitada</translation>
    </message>
    <message>
        <source>There is no provider yet</source>
        <translation>Aún no hay ningún proveedor</translation>
    </message>
    <message>
        <source>Pretend (%1)</source>
        <translation>Suponer (%1)</translation>
    </message>
</context>
<context>
    <name>ui::pages::StreamTab</name>
    <message>
        <source>Events of the stream</source>
        <translation>Eventos del stream</translation>
    </message>
    <message>
        <source>Text of the event</source>
        <translation>Texto del evento</translation>
    </message>
    <message>
        <source>The events are shown when the request has ended. Conversation follows it live.</source>
        <translation>Los eventos se muestran cuando la solicitud ha terminado. Conversación lo sigue en directo.</translation>
    </message>
    <message>
        <source>The answer came in one piece, not as a stream.</source>
        <translation>La respuesta llegó de una vez, no como stream.</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the events out.</source>
        <translation>Solo se guardaron los totales: el nivel de captura de ese momento dejó fuera los eventos.</translation>
    </message>
    <message>
        <source>The stream ended before its first event.</source>
        <translation>El stream terminó antes de su primer evento.</translation>
    </message>
</context>
<context>
    <name>ui::pages::TimingTab</name>
    <message>
        <source>Timing</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>Tiempos de la respuesta</translation>
    </message>
    <message>
        <source>Times are shown when the request has ended.</source>
        <translation>Los tiempos se muestran cuando la solicitud ha terminado.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Duró</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 en total</translation>
    </message>
    <message>
        <source>Nothing was measured: the request was not sent to a provider.</source>
        <translation>No se midió nada: la solicitud no se envió a ningún proveedor.</translation>
    </message>
</context>
<context>
    <name>ui::pages::UsagePage</name>
    <message>
        <source>Save usage</source>
        <translation>Guardar el consumo</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valores separados por comas (*.csv)</translation>
    </message>
    <message>
        <source>Picture of the bars (*.png *.svg)</source>
        <translation>Imagen de las barras (*.png *.svg)</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1, hora local</translation>
    </message>
    <message>
        <source>Nothing was used in this span.</source>
        <translation>No se consumió nada en este intervalo.</translation>
    </message>
    <message>
        <source>Spend appears after the first request. Totals stay for ever, also after requests are deleted.</source>
        <translation>El gasto aparece tras la primera solicitud. Los totales se conservan para siempre, también tras eliminar solicitudes.</translation>
    </message>
    <message>
        <source>✓ same total</source>
        <translation>✓ mismo total</translation>
    </message>
    <message>
        <source>Totals differ by %1, report this</source>
        <translation>Los totales difieren en %1; infórmenos de ello</translation>
    </message>
    <message numerus="yes">
        <source>%n answers were cut: at least</source>
        <translation>
            <numerusform>%n respuesta se cortó: al menos</numerusform>
            <numerusform>%n respuestas se cortaron: al menos</numerusform>
        </translation>
    </message>
    <message>
        <source>without what has no price</source>
        <translation>sin lo que no tiene precio</translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>todo tiene precio</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>%1 intentos</translation>
    </message>
    <message>
        <source>%1 of the input read from cache</source>
        <translation>%1 de la entrada leída de la caché</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 solicitudes</translation>
    </message>
    <message>
        <source>tries, not in any sum</source>
        <translation>intentos, en ninguna suma</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>no falta nada</translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation>Gasto por proveedor</translation>
    </message>
    <message>
        <source>Tokens by provider</source>
        <translation>Tokens por proveedor</translation>
    </message>
    <message>
        <source>Requests by provider</source>
        <translation>Solicitudes por proveedor</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>Clave virtual</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>at this pace about %1 by %2</source>
        <translation>a este ritmo, unos %1 hasta el %2</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>No se pudo guardar el archivo: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1, sin %n intento de coste desconocido</numerusform>
            <numerusform>%1, sin %n intentos de coste desconocido</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Consumo</translation>
    </message>
    <message>
        <source>The span before</source>
        <translation>Intervalo anterior</translation>
    </message>
    <message>
        <source>The span before ([)</source>
        <translation>Intervalo anterior ([)</translation>
    </message>
    <message>
        <source>The span after</source>
        <translation>Intervalo siguiente</translation>
    </message>
    <message>
        <source>The span after (])</source>
        <translation>Intervalo siguiente (])</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>Guardar CSV…</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>Guardar las cifras como CSV</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Gasto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>Sin precio</translation>
    </message>
    <message>
        <source>Alias or model</source>
        <translation>Alias o modelo</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>By configured model</source>
        <translation>Por modelo configurado</translation>
    </message>
    <message>
        <source>what your tools asked for</source>
        <translation>lo que pidieron sus herramientas</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Por proveedor</translation>
    </message>
    <message>
        <source>who was paid</source>
        <translation>a quién se pagó</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Por modelo</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>Por clave</translation>
    </message>
    <message>
        <source>By virtual key</source>
        <translation>Por clave virtual</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Por cliente</translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation>Fechas…</translation>
    </message>
    <message>
        <source>The figures of the charts (T)</source>
        <translation>Las cifras de los gráficos (T)</translation>
    </message>
    <message>
        <source>Saved by caching</source>
        <translation>Ahorro por la caché</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>Barras apiladas</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Cada día</translation>
    </message>
    <message numerus="yes">
        <source>last %n weeks</source>
        <translation>
            <numerusform>última %n semana</numerusform>
            <numerusform>últimas %n semanas</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Tiempo de respuesta</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>Respuesta completa</translation>
    </message>
    <message>
        <source>Time to answer by provider</source>
        <translation>Tiempo de respuesta por proveedor</translation>
    </message>
    <message>
        <source>Tokens by kind</source>
        <translation>Tokens por tipo</translation>
    </message>
    <message>
        <source>Failed requests by provider</source>
        <translation>Solicitudes fallidas por proveedor</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>Mostrar estas solicitudes</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>Tiempo hasta el primer token</translation>
    </message>
    <message>
        <source>Time to the whole answer</source>
        <translation>Tiempo hasta la respuesta completa</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>sin proveedor</translation>
    </message>
    <message>
        <source>no token came from a cache</source>
        <translation>ningún token vino de una caché</translation>
    </message>
    <message>
        <source>without a price of fresh input</source>
        <translation>sin precio de la entrada nueva</translation>
    </message>
    <message>
        <source>What tokens from the cache cost, and would have cost as fresh input</source>
        <translation>Lo que costaron los tokens de la caché y lo que habrían costado como entrada nueva</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 en vez de %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::VirtualKeysPage</name>
    <message>
        <source>Virtual keys</source>
        <translation>Claves virtuales</translation>
    </message>
    <message>
        <source>Require a key</source>
        <translation>Exigir una clave</translation>
    </message>
    <message>
        <source>Refuse requests that show no virtual key</source>
        <translation>Rechazar las solicitudes que no presenten una clave virtual</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the selected key</source>
        <translation>Editar la clave seleccionada</translation>
    </message>
    <message>
        <source>New value…</source>
        <translation>Nuevo valor…</translation>
    </message>
    <message>
        <source>Give the selected key a new value</source>
        <translation>Dar un nuevo valor a la clave seleccionada</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Turn the selected key off or on</source>
        <translation>Desactivar o activar la clave seleccionada</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nueva clave</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>Nueva clave virtual</translation>
    </message>
    <message>
        <source>Without keys every program on this computer may use your providers. Make a key for each tool to see and limit what it uses.</source>
        <translation>Sin claves, cualquier programa de este equipo puede usar sus proveedores. Cree una clave por herramienta para ver y limitar lo que consume.</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Crear una clave</translation>
    </message>
    <message>
        <source>Make the first virtual key</source>
        <translation>Crear la primera clave virtual</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n clave</numerusform>
            <numerusform>%n claves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>, %n agotada</numerusform>
            <numerusform>, %n agotadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The virtual key was not saved</source>
        <translation>No se guardó la clave virtual</translation>
    </message>
    <message>
        <source>Give “%1” a new value?</source>
        <translation>¿Dar un nuevo valor a “%1”?</translation>
    </message>
    <message>
        <source>Tools that have the present value need the new one. You can let the present value work for another day, or end it now.</source>
        <translation>Las herramientas que tienen el valor actual necesitan el nuevo. Puede dejar que el valor actual siga valiendo un día más o anularlo ahora.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Keep the old one for a day</source>
        <translation>Mantener el anterior un día</translation>
    </message>
    <message>
        <source>End the old one now</source>
        <translation>Anular el anterior ahora</translation>
    </message>
    <message>
        <source>The key has no new value</source>
        <translation>La clave no tiene un nuevo valor</translation>
    </message>
    <message>
        <source>The virtual key was not deleted</source>
        <translation>No se eliminó la clave virtual</translation>
    </message>
    <message>
        <source>The setting was not saved</source>
        <translation>No se guardó el ajuste</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Copy the beginning of the value</source>
        <translation>Copiar el principio del valor</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Partes de esta página</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Teams and customers</source>
        <translation>Equipos y clientes</translation>
    </message>
    <message>
        <source>Teams and customers…</source>
        <translation>Equipos y clientes…</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copiar el valor</translation>
    </message>
    <message>
        <source>Show the value…</source>
        <translation>Mostrar el valor…</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Clave %1</translation>
    </message>
    <message>
        <source>The value cannot be had</source>
        <translation>No se puede obtener el valor</translation>
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
        <translation>Nada coincide.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Command or name</source>
        <translation>Comando o nombre</translation>
    </message>
    <message>
        <source>Page, command or name; &gt; @ # / narrow it</source>
        <translation>Página, comando o nombre; &gt; @ # / acotan la búsqueda</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Coincidencias</translation>
    </message>
</context>
<context>
    <name>ui::shell::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1, %n en curso</numerusform>
            <numerusform>%1, %n en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, needs a look</source>
        <translation>%1, requiere atención</translation>
    </message>
</context>
<context>
    <name>ui::shell::StateBlock</name>
    <message>
        <source>Copy the address of the gateway</source>
        <translation>Copiar la dirección del gateway</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>sin dirección</translation>
    </message>
</context>
<context>
    <name>ui::shell::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>Escuchando en %1</translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n en curso</numerusform>
            <numerusform>%n en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>Capture level: %1</source>
        <translation>Nivel de captura: %1</translation>
    </message>
    <message>
        <source>What is stored of each request. A change counts from the next request on.</source>
        <translation>Lo que se guarda de cada solicitud. Un cambio vale a partir de la próxima solicitud.</translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>spent</comment>
        <translation>Hoy %1</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message numerus="yes">
        <source>Without %n tries of unknown cost.</source>
        <translation>
            <numerusform>Sin %n intento de coste desconocido.</numerusform>
            <numerusform>Sin %n intentos de coste desconocido.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent since midnight, local time: %1</source>
        <translation>Gasto desde medianoche, hora local: %1</translation>
    </message>
    <message>
        <source>Requests stored: %1</source>
        <translation>Solicitudes guardadas: %1</translation>
    </message>
    <message>
        <source>Requests not stored: %1</source>
        <translation>Solicitudes sin guardar: %1</translation>
    </message>
    <message>
        <source>They were answered, but the store could not keep up.</source>
        <translation>Se respondieron, pero el almacén no daba abasto.</translation>
    </message>
    <message>
        <source>%1. The requests were answered all the same.</source>
        <translation>%1. Aun así, las solicitudes se respondieron.</translation>
    </message>
</context>
<context>
    <name>ui::shell::UndoBar</name>
    <message>
        <source>Provider “%1” removed</source>
        <translation>Proveedor “%1” quitado</translation>
    </message>
    <message>
        <source>Requests for “%1/…” are refused.</source>
        <translation>Las solicitudes de “%1/…” se rechazan.</translation>
    </message>
    <message>
        <source>Key “%1” removed</source>
        <translation>Clave “%1” quitada</translation>
    </message>
    <message>
        <source>Rule “%1” removed</source>
        <translation>Regla “%1” quitada</translation>
    </message>
    <message>
        <source>Alias “%1” removed</source>
        <translation>Alias “%1” quitado</translation>
    </message>
    <message>
        <source>Tools that ask for it get an error until something else serves that name.</source>
        <translation>Las herramientas que lo piden reciben un error hasta que otra cosa atienda ese nombre.</translation>
    </message>
    <message>
        <source>Virtual key “%1” deleted</source>
        <translation>Clave virtual “%1” eliminada</translation>
    </message>
    <message>
        <source>Tools that show it are refused.</source>
        <translation>Las herramientas que la presentan se rechazan.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Not undone</source>
        <translation>No se deshizo</translation>
    </message>
    <message>
        <source>Limit of %1 deleted</source>
        <comment>an amount and its window</comment>
        <translation>Límite de %1 eliminado</translation>
    </message>
    <message>
        <source>%1: nothing is refused because of it any more.</source>
        <comment>whose limit</comment>
        <translation>%1: ya no se rechaza nada por él.</translation>
    </message>
    <message>
        <source>Team “%1” deleted</source>
        <translation>Equipo “%1” eliminado</translation>
    </message>
    <message>
        <source>Its keys stay, without its limits.</source>
        <translation>Sus claves se quedan, sin sus límites.</translation>
    </message>
    <message>
        <source>Customer “%1” deleted</source>
        <translation>Cliente “%1” eliminado</translation>
    </message>
    <message>
        <source>Its teams and keys stay, without its limits.</source>
        <translation>Sus equipos y claves se quedan, sin sus límites.</translation>
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
        <translation>Intento %1: %2, %3, %4.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
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
        <translation>No hay nada pendiente.</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ChartPanel</name>
    <message>
        <source>Save chart</source>
        <translation>Guardar el gráfico</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dibujo (*.svg)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valores separados por comas (*.csv)</translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation>Lo que se puede hacer con este gráfico</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>Copiar las cifras</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copiar la imagen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, como tabla</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>No se pudo guardar el archivo: %1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ExpressionEdit</name>
    <message>
        <source>Names that fit</source>
        <translation>Nombres que coinciden</translation>
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
        <translation>Lo que se puede escribir aquí</translation>
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
        <translation>Editar el comentario…</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>Mostrar la original</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>Comparar con ella</translation>
    </message>
    <message>
        <source>Pinned: it stays when old requests are cleared away.</source>
        <translation>Anclada: se conserva cuando se borran las solicitudes antiguas.</translation>
    </message>
    <message>
        <source>Repeats %1.</source>
        <translation>Repite %1.</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation>Copiar la parte</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MinuteBars</name>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: %n solicitud</numerusform>
            <numerusform>%1: %n solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 fallidas</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the last hour, %1 of them failed</source>
        <translation>
            <numerusform>%n solicitud en la última hora, %1 fallidas</numerusform>
            <numerusform>%n solicitudes en la última hora, %1 de ellas fallidas</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
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
            <numerusform>%n elemento. Las teclas de flecha lo recorren.</numerusform>
            <numerusform>%n elementos. Las teclas de flecha los recorren.</numerusform>
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
        <translation>Ocultar lo escrito</translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation>Mostrar lo escrito</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SeriesLegend</name>
    <message>
        <source>Series: %1</source>
        <translation>Serie: %1</translation>
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
        <translation>límite %1</translation>
    </message>
    <message>
        <source>warn %1</source>
        <comment>an amount</comment>
        <translation>aviso %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>an amount</comment>
        <translation>unos %1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::StepChart</name>
    <message>
        <source>%1 %2</source>
        <comment>provider, amount</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1: nothing</source>
        <comment>a step of time</comment>
        <translation>%1: nada</translation>
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
        <translation>Paso %1 de %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TestStepsView</name>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TimingBar</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>Intentos fallidos</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Primer token</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generación</translation>
    </message>
    <message>
        <source>Our overhead</source>
        <translation>Nuestra sobrecarga</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>Tiempos de la respuesta</translation>
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
