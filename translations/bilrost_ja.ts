<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AttentionItems</name>
    <message>
        <source>The gateway is not running</source>
        <translation>ゲートウェイが実行されていません</translation>
    </message>
    <message>
        <source>No program reaches it until it listens.</source>
        <translation>待ち受けを始めるまで、どのプログラムからも接続できません。</translation>
    </message>
    <message>
        <source>Choose a port</source>
        <translation>ポートを選択</translation>
    </message>
    <message>
        <source>Requests could not be stored</source>
        <translation>保存できなかったリクエストがあります</translation>
    </message>
    <message>
        <source>%1 requests were not stored. They still went through.</source>
        <translation>%1 件のリクエストは保存されませんでしたが、処理は完了しています。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>設定を開く</translation>
    </message>
    <message>
        <source>%1 of %2 requests of the last hour failed</source>
        <translation>直近 1 時間のリクエスト %2 件のうち %1 件が失敗しました</translation>
    </message>
    <message>
        <source>No request of the last hour failed</source>
        <translation>直近 1 時間に失敗したリクエストはありません</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>新しいキーを入力</translation>
    </message>
    <message>
        <source>Open provider</source>
        <translation>プロバイダーを開く</translation>
    </message>
    <message>
        <source>%1 has spent its budget of %2</source>
        <translation>%1 は予算 %2 を使い切りました</translation>
    </message>
    <message>
        <source>%1 has used %2 of its budget</source>
        <translation>%1 は予算の %2 を使用しました</translation>
    </message>
    <message>
        <source>Its requests are refused</source>
        <translation>リクエストは拒否されます</translation>
    </message>
    <message>
        <source>Its requests are refused; free again %1</source>
        <translation>リクエストは拒否されます。再開: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>キーを開く</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: %1</source>
        <translation>
            <numerusform>%n 件のリクエストが失敗しました: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 が失敗しました: %2</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>リクエストを開く</translation>
    </message>
    <message numerus="yes">
        <source>%n tries of today have no price</source>
        <translation>
            <numerusform>本日 %n 件の試行に価格がありません</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in no sum</source>
        <translation>どの合計にも含まれていません</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>価格を設定</translation>
    </message>
    <message>
        <source>The changed configuration file is not in force</source>
        <translation>変更された設定ファイルは反映されていません</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>このコンピューターはオフラインです</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>接続できるのはこのコンピューター上のプロバイダーだけです。ほかはネットワークが戻ったときに再試行されます。</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose, percent</comment>
        <translation>%1: 予算の %2 を使用しました</translation>
    </message>
    <message>
        <source>%1: %2 of the limit is used</source>
        <comment>whose, percent</comment>
        <translation>%1: 上限の %2 を使用しました</translation>
    </message>
    <message>
        <source>Open limit</source>
        <translation>上限を開く</translation>
    </message>
    <message>
        <source>%1: the budget of %2 is spent</source>
        <comment>whose, an amount</comment>
        <translation>%1: 予算 %2 を使い切りました</translation>
    </message>
    <message>
        <source>%1: the limit is used up</source>
        <comment>whose</comment>
        <translation>%1: 上限を使い切りました</translation>
    </message>
</context>
<context>
    <name>ClientFiles</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み取れません: %2</translation>
    </message>
    <message>
        <source>%1 is too large for settings.</source>
        <translation>%1 は設定ファイルとしては大きすぎます。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>%1 is set in the environment, and counts before what is in the file.</source>
        <translation>%1 は環境で設定されており、ファイルの内容より優先されます。</translation>
    </message>
    <message>
        <source>%1 was changed since; what you see removed goes too.</source>
        <translation>%1 はその後変更されています。削除と表示されている内容も失われます。</translation>
    </message>
    <message>
        <source>%1 has changed just now. Nothing was written.</source>
        <translation>%1 はたった今変更されました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 を削除できません。</translation>
    </message>
    <message>
        <source>The file is not valid JSON at line %1.</source>
        <translation>ファイルの %1 行目は有効な JSON ではありません。</translation>
    </message>
    <message>
        <source>“%1” is not an object in the file.</source>
        <translation>ファイル内の「%1」はオブジェクトではありません。</translation>
    </message>
    <message>
        <source>The file is not valid TOML at line %1.</source>
        <translation>ファイルの %1 行目は有効な TOML ではありません。</translation>
    </message>
    <message>
        <source>“%1” is written there in a way that Bilrost does not change.</source>
        <translation>ファイル内の「%1」は Bilrost が変更しない書き方になっています。</translation>
    </message>
</context>
<context>
    <name>ComparisonFacts</name>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求モデル</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Answered model</source>
        <translation>応答したモデル</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>入力トークン</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>うちキャッシュ</translation>
    </message>
    <message>
        <source>Written to the cache</source>
        <translation>キャッシュへの書き込み</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>出力トークン</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>リクエストのサイズ</translation>
    </message>
    <message>
        <source>Conversion notes</source>
        <translation>変換の注記</translation>
    </message>
</context>
<context>
    <name>ConfigurationExport</name>
    <message>
        <source>Export configuration</source>
        <translation>設定のエクスポート</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>設定 (*.json)</translation>
    </message>
    <message>
        <source>The configuration was not exported</source>
        <translation>設定はエクスポートされませんでした</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The configuration is in %1</source>
        <translation>設定を %1 に保存しました</translation>
    </message>
    <message>
        <source>It has no secrets. Keys from variables stand in it as env.NAME; a Bilrost that has the other keys keeps them, and elsewhere they have to be entered again.</source>
        <translation>秘密情報は含まれていません。変数から取得するキーは env.NAME の形で書かれます。ほかのキーをすでに持つ Bilrost ではそのまま維持され、それ以外では入力し直す必要があります。</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation>ツール呼び出し 1 回</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>ツール呼び出し %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier messages</source>
        <translation>
            <numerusform>これより前のメッセージ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Show all: %1</source>
        <translation>すべて表示: %1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>not shown by the provider</source>
        <translation>プロバイダーは非公開</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>arguments arriving</source>
        <translation>引数を受信中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>ツールの結果</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Another part</source>
        <translation>その他の部分</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>Cache write, 1 hour</source>
        <translation>キャッシュ書き込み (1 時間)</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Audio input</source>
        <translation>音声入力</translation>
    </message>
    <message>
        <source>Audio output</source>
        <translation>音声出力</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>価格なし</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>少なくとも %1</translation>
    </message>
    <message>
        <source>Try %1, %2</source>
        <translation>試行 %1、%2</translation>
    </message>
    <message numerus="yes">
        <source>The cost of %n tries is not known.</source>
        <translation>
            <numerusform>%n 件の試行の費用が不明です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fresh input</source>
        <translation>新規入力</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>キャッシュ読み取り</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>キャッシュ書き込み</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>うち推論</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>The answer was cut, so this is the least that it cost.</source>
        <translation>応答が途中で切れたため、これは最低限の費用です。</translation>
    </message>
    <message>
        <source>The provider told this cost.</source>
        <translation>この費用はプロバイダーが示したものです。</translation>
    </message>
    <message>
        <source>Price: %1.</source>
        <translation>価格: %1。</translation>
    </message>
    <message>
        <source>The provider says %1.</source>
        <translation>プロバイダーの提示額: %1。</translation>
    </message>
    <message>
        <source>Service tier: %1.</source>
        <translation>サービス階層: %1。</translation>
    </message>
    <message>
        <source>Pictures read</source>
        <translation>読み取った画像</translation>
    </message>
    <message>
        <source>Pictures made</source>
        <translation>生成した画像</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Seconds of sound</source>
        <translation>音声の秒数</translation>
    </message>
    <message>
        <source>Characters spoken</source>
        <translation>読み上げた文字</translation>
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
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 T</source>
        <comment>million millions</comment>
        <translation>%1 T</translation>
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
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
    </message>
    <message>
        <source>$%1</source>
        <comment>US dollars</comment>
        <translation>$%1</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent; add a space where the language has one</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The provider cannot be reached</source>
        <translation>プロバイダーに接続できません</translation>
    </message>
    <message>
        <source>The connection broke before the answer ended</source>
        <translation>応答が終わる前に接続が切れました</translation>
    </message>
    <message>
        <source>The provider did not answer in time</source>
        <translation>プロバイダーが時間内に応答しませんでした</translation>
    </message>
    <message>
        <source>The provider&apos;s certificate is not accepted</source>
        <translation>プロバイダーの証明書を信頼できません</translation>
    </message>
    <message>
        <source>The proxy refuses or cannot be reached</source>
        <translation>プロキシに拒否されたか、接続できません</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read</source>
        <translation>プロバイダーの応答を読み取れません</translation>
    </message>
    <message>
        <source>The client ended the connection</source>
        <translation>クライアントが接続を終了しました</translation>
    </message>
    <message>
        <source>Cancelled in this window</source>
        <translation>このウィンドウでキャンセルしました</translation>
    </message>
    <message>
        <source>The request names no model</source>
        <translation>リクエストにモデルの指定がありません</translation>
    </message>
    <message>
        <source>No provider has this model</source>
        <translation>このモデルを持つプロバイダーがありません</translation>
    </message>
    <message>
        <source>This provider is not set up</source>
        <translation>このプロバイダーは設定されていません</translation>
    </message>
    <message>
        <source>No key may be used for this model</source>
        <translation>このモデルに使えるキーがありません</translation>
    </message>
    <message>
        <source>The key cannot be read or stored</source>
        <translation>キーの読み取りまたは保存ができません</translation>
    </message>
    <message>
        <source>The store failed</source>
        <translation>ストレージでエラーが発生しました</translation>
    </message>
    <message>
        <source>Bilrost was about to stop</source>
        <translation>Bilrost が停止するところでした</translation>
    </message>
    <message>
        <source>Too many connections at once</source>
        <translation>同時接続が多すぎます</translation>
    </message>
    <message>
        <source>The request is not valid JSON</source>
        <translation>リクエストが有効な JSON ではありません</translation>
    </message>
    <message>
        <source>The request is not valid HTTP</source>
        <translation>リクエストが有効な HTTP ではありません</translation>
    </message>
    <message>
        <source>The provider cannot do this operation</source>
        <translation>プロバイダーはこの操作に対応していません</translation>
    </message>
    <message>
        <source>The request is packed in an unknown way</source>
        <translation>リクエストの圧縮形式が不明です</translation>
    </message>
    <message>
        <source>This virtual key does not exist</source>
        <translation>この仮想キーは存在しません</translation>
    </message>
    <message>
        <source>A virtual key is needed</source>
        <translation>仮想キーが必要です</translation>
    </message>
    <message>
        <source>This virtual key is turned off or has expired</source>
        <translation>この仮想キーは無効か、期限切れです</translation>
    </message>
    <message>
        <source>The virtual key may not use this model</source>
        <translation>仮想キーではこのモデルを使えません</translation>
    </message>
    <message>
        <source>The virtual key may not use this provider</source>
        <translation>仮想キーではこのプロバイダーを使えません</translation>
    </message>
    <message>
        <source>A budget is spent</source>
        <translation>予算を使い切りました</translation>
    </message>
    <message>
        <source>The tokens of a limit are used up</source>
        <translation>上限のトークンを使い切りました</translation>
    </message>
    <message>
        <source>The requests of a limit are used up</source>
        <translation>上限のリクエスト数を使い切りました</translation>
    </message>
    <message>
        <source>Running requests hold what is left of a limit</source>
        <translation>実行中のリクエストが上限の残りを占めています</translation>
    </message>
    <message>
        <source>Refused: called under a foreign host name</source>
        <translation>拒否: 外部のホスト名で呼び出されました</translation>
    </message>
    <message>
        <source>Refused: called from a foreign web page</source>
        <translation>拒否: 外部の Web ページから呼び出されました</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>リクエストが大きすぎます</translation>
    </message>
    <message>
        <source>The client was too slow</source>
        <translation>クライアントの速度が遅すぎます</translation>
    </message>
    <message>
        <source>The account has no credit left</source>
        <translation>アカウントの残高がありません</translation>
    </message>
    <message>
        <source>The provider refuses the key</source>
        <translation>プロバイダーがキーを拒否しました</translation>
    </message>
    <message>
        <source>The key may not do this</source>
        <translation>キーにこの操作の権限がありません</translation>
    </message>
    <message>
        <source>The provider does not know this model or address</source>
        <translation>プロバイダーにこのモデルまたはアドレスがありません</translation>
    </message>
    <message>
        <source>The request is too large for the provider</source>
        <translation>リクエストがプロバイダーには大きすぎます</translation>
    </message>
    <message>
        <source>The provider limits the rate right now</source>
        <translation>プロバイダーが現在レートを制限しています</translation>
    </message>
    <message>
        <source>The provider is overloaded</source>
        <translation>プロバイダーが過負荷です</translation>
    </message>
    <message>
        <source>The provider failed inside</source>
        <translation>プロバイダーの内部エラーです</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the two letters of the language of this translation</comment>
        <translation>ja</translation>
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
        <translation>この括弧に対応する開き括弧がありません。</translation>
    </message>
    <message>
        <source>Something is missing behind “and”.</source>
        <translation>「and」の後に内容がありません。</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>ここに内容がありません。</translation>
    </message>
    <message>
        <source>This bracket is not closed.</source>
        <translation>この括弧が閉じられていません。</translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation>この引用符が閉じられていません。</translation>
    </message>
    <message>
        <source>“%1” is no field. Put a text that has “%2” into quotation marks.</source>
        <translation>「%1」というフィールドはありません。「%2」を含むテキストは引用符で囲んでください。</translation>
    </message>
    <message>
        <source>The value of “%1” is missing.</source>
        <translation>「%1」の値がありません。</translation>
    </message>
    <message>
        <source>“%1” has no order; write %1:%2.</source>
        <translation>「%1」は大小を比較できません。%1:%2 と書いてください。</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a value of %2. Write it like %3.</source>
        <translation>「%1」は%2の値として読み取れません。%3 のように書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no state. There are: %2.</source>
        <translation>「%1」という状態はありません。使えるのは %2 です。</translation>
    </message>
    <message>
        <source>A request cannot be “%1”. There are: %2.</source>
        <translation>リクエストに「%1」という性質はありません。使えるのは %2 です。</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>between words of which one must hold</comment>
        <translation>、または</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任意の内容</translation>
    </message>
    <message>
        <source>the client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>the model that was asked for</source>
        <translation>要求されたモデル</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>the virtual key</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>the error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>the id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>the operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>the reason of the end</source>
        <translation>終了の理由</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>the status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>the number of tries</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>the duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>the time to the first token</source>
        <translation>最初のトークンまでの時間</translation>
    </message>
    <message>
        <source>the number of input tokens</source>
        <translation>入力トークン数</translation>
    </message>
    <message>
        <source>the number of cached tokens</source>
        <translation>キャッシュトークン数</translation>
    </message>
    <message>
        <source>the number of output tokens</source>
        <translation>出力トークン数</translation>
    </message>
    <message>
        <source>the size of the answer</source>
        <translation>応答のサイズ</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>it is a stream</source>
        <translation>ストリームである</translation>
    </message>
    <message>
        <source>it fell back</source>
        <translation>フォールバックした</translation>
    </message>
    <message>
        <source>it has no price</source>
        <translation>価格がない</translation>
    </message>
    <message>
        <source>it is pinned</source>
        <translation>ピン留めされている</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>field, value</comment>
        <translation>%1が %2</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1に「%2」を含む</translation>
    </message>
    <message>
        <source>%1 is “%2”</source>
        <translation>%1が「%2」</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1が %2 未満</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1が %2 以下</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1が %2 より大きい</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1が %2 以上</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>(%1) ではない</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>、かつ</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>LimitRaising</name>
    <message>
        <source>The limit stays as it was</source>
        <translation>上限は変わっていません</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Allow more until %1</source>
        <translation>%1 まで上限を引き上げる(&amp;A)</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>an amount</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Another amount or end…</source>
        <translation>量と期限を指定…</translation>
    </message>
    <message>
        <source>Take back what was allowed</source>
        <translation>引き上げを取り消す</translation>
    </message>
</context>
<context>
    <name>OwnedLimits</name>
    <message>
        <source>Key %1, only %2</source>
        <comment>name of a virtual key, of a provider</comment>
        <translation>キー %1 (%2 のみ)</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>すべてのリクエスト</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>プロバイダー %1</translation>
    </message>
    <message>
        <source>Model or alias %1</source>
        <translation>モデルまたはエイリアス %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>顧客 %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>チーム %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <comment>name of a virtual key</comment>
        <translation>キー %1</translation>
    </message>
    <message>
        <source>not begun</source>
        <comment>the window of a limit</comment>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a limit that is not used up</comment>
        <translation>利用可能</translation>
    </message>
    <message>
        <source>%1, %2 more until %3</source>
        <comment>state of a limit, an amount, a time</comment>
        <translation>%1、%3 まで +%2</translation>
    </message>
</context>
<context>
    <name>PrefixWords</name>
    <message>
        <source>system text</source>
        <translation>システムのテキスト</translation>
    </message>
    <message>
        <source>text of the user</source>
        <translation>ユーザーのテキスト</translation>
    </message>
    <message>
        <source>text of the assistant</source>
        <translation>アシスタントのテキスト</translation>
    </message>
    <message>
        <source>tool result</source>
        <translation>ツールの結果</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>tool call</source>
        <translation>ツール呼び出し</translation>
    </message>
    <message>
        <source>image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>another part</source>
        <translation>その他の部分</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>ツール %1</translation>
    </message>
    <message>
        <source>Tool %1, %2</source>
        <translation>ツール %1、%2</translation>
    </message>
    <message>
        <source>System text, block %1</source>
        <translation>システムのテキスト、ブロック %1</translation>
    </message>
    <message>
        <source>Message %1, %2</source>
        <translation>メッセージ %1、%2</translation>
    </message>
    <message>
        <source>The later prompt begins with all of the earlier one: about %1 tokens can be read from the cache.</source>
        <translation>後のプロンプトは前のプロンプト全体で始まります。約 %1 トークンをキャッシュから読み取れます。</translation>
    </message>
    <message>
        <source>%1: differs from here.</source>
        <translation>%1: ここから異なります。</translation>
    </message>
    <message>
        <source>%1: only the earlier request has it.</source>
        <translation>%1: 前のリクエストにのみあります。</translation>
    </message>
    <message>
        <source>%1: only the later request has it.</source>
        <translation>%1: 後のリクエストにのみあります。</translation>
    </message>
    <message>
        <source>About %1 tokens before it can be read from the cache, %2 from it on cannot.</source>
        <translation>ここより前の約 %1 トークンはキャッシュから読み取れますが、ここから先の %2 は読み取れません。</translation>
    </message>
    <message>
        <source>Another provider answered (%1, then %2): each has a cache of its own.</source>
        <translation>別のプロバイダーが応答しました (%1、次に %2)。キャッシュはそれぞれ別です。</translation>
    </message>
    <message>
        <source>Another model answered (%1, then %2): each has a cache of its own.</source>
        <translation>別のモデルが応答しました (%1、次に %2)。キャッシュはそれぞれ別です。</translation>
    </message>
    <message>
        <source>Another key was used (%1, then %2): caches belong to an account.</source>
        <translation>別のキーが使われました (%1、次に %2)。キャッシュはアカウントごとに別です。</translation>
    </message>
    <message>
        <source>Thinking or the choice of tools was set differently: Anthropic then reads no message from the cache.</source>
        <translation>思考またはツール選択の設定が異なります。この場合、Anthropic はメッセージをキャッシュから読み取りません。</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes lie between them; most caches are kept for five.</source>
        <translation>
            <numerusform>間隔は %n 分です。ほとんどのキャッシュは 5 分間だけ保持されます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>address and key</source>
        <translation>アドレスとキー</translation>
    </message>
    <message>
        <source>on port %1</source>
        <translation>ポート %1</translation>
    </message>
    <message>
        <source>key needed</source>
        <translation>キーが必要</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>キー不要</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible</source>
        <translation>OpenAI 互換サーバー</translation>
    </message>
    <message>
        <source>Any Anthropic-compatible</source>
        <translation>Anthropic 互換サーバー</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>a picture</source>
        <translation>画像 1 枚</translation>
    </message>
    <message>
        <source>a picture (%1)</source>
        <translation>画像 1 枚 (%1)</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>/ 秒</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>1 文字</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>検索 1 回</translation>
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
        <translation>返答: 「%1」</translation>
    </message>
    <message>
        <source> You can make a new one at %1.</source>
        <translation>%1 で新しいキーを作成できます。</translation>
    </message>
    <message>
        <source>The key is right, but its account has no credit left. Add credit at the provider.</source>
        <translation>キーは正しいものの、アカウントの残高がありません。プロバイダーで残高を追加してください。</translation>
    </message>
    <message>
        <source>The key was refused (401). Check that it is complete.</source>
        <translation>キーが拒否されました (401)。全体が入力されているか確認してください。</translation>
    </message>
    <message>
        <source>The key is known, but may not do this (403). Check its permissions and region.</source>
        <translation>キーは認識されましたが、この操作の権限がありません (403)。権限とリージョンを確認してください。</translation>
    </message>
    <message>
        <source>The provider does not have this model (404). Choose one of the listed models.</source>
        <translation>プロバイダーにこのモデルがありません (404)。一覧のモデルから選んでください。</translation>
    </message>
    <message>
        <source>The address answers, but not with this API (404). Check the address.</source>
        <translation>アドレスは応答しますが、この API ではありません (404)。アドレスを確認してください。</translation>
    </message>
    <message>
        <source>The provider limits the rate of this key right now (429). Try again in a moment.</source>
        <translation>プロバイダーが現在このキーのレートを制限しています (429)。しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The provider has a problem of its own (%1). Try again later.</source>
        <translation>プロバイダー側で問題が発生しています (%1)。後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>The provider refused the request (%1).</source>
        <translation>プロバイダーがリクエストを拒否しました (%1)。</translation>
    </message>
    <message>
        <source>This provider does not list its models.</source>
        <translation>このプロバイダーはモデルの一覧を提供していません。</translation>
    </message>
    <message>
        <source>Only an answer shows whether the key is right. Ask for a short answer.</source>
        <translation>キーが正しいかどうかは応答でしか確認できません。短い応答を求めてください。</translation>
    </message>
    <message>
        <source>This server asks for a key (401), and none is set up. Add one and test again.</source>
        <translation>このサーバーはキーを要求していますが (401)、設定されていません。キーを追加してもう一度テストしてください。</translation>
    </message>
    <message>
        <source>The provider answered, but without any text.</source>
        <translation>プロバイダーは応答しましたが、テキストがありません。</translation>
    </message>
    <message>
        <source>No key is needed.</source>
        <translation>キーは不要です。</translation>
    </message>
    <message>
        <source>The address answers, but not with a list of models. Check that it is the API&apos;s address and not a web page.</source>
        <translation>アドレスは応答しますが、モデルの一覧ではありません。Web ページではなく API のアドレスか確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>モデル %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no model to ask. Load a model in the server, or name one.</source>
        <translation>問い合わせるモデルがありません。サーバーにモデルを読み込むか、モデル名を指定してください。</translation>
    </message>
    <message>
        <source>, TLS, HTTP/2</source>
        <translation>、TLS、HTTP/2</translation>
    </message>
    <message>
        <source>, TLS</source>
        <translation>、TLS</translation>
    </message>
    <message>
        <source>. This computer&apos;s clock differs by %1 s; set it right.</source>
        <translation>。このコンピューターの時計が %1 秒ずれています。合わせてください。</translation>
    </message>
    <message>
        <source>, through the proxy %1 of the environment or the system</source>
        <translation>、環境またはシステムのプロキシ %1 を経由</translation>
    </message>
    <message>
        <source>, through the proxy %1 of this provider</source>
        <translation>、このプロバイダーのプロキシ %1 を経由</translation>
    </message>
    <message>
        <source>No model is asked in a test: each takes an input of its own.</source>
        <translation>テストではモデルに問い合わせません。モデルごとに入力が異なります。</translation>
    </message>
</context>
<context>
    <name>ProviderWords</name>
    <message>
        <source>Not used yet</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>低速</translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation>キー拒否</translation>
    </message>
    <message>
        <source>Cooling down</source>
        <translation>休止中</translation>
    </message>
    <message>
        <source>Answers with errors</source>
        <translation>エラーで応答</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>接続不可</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>キー不要</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>キー 1 個</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>キー %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestComparison</name>
    <message>
        <source>The body of one of them was not stored.</source>
        <translation>一方の本文は保存されていません。</translation>
    </message>
    <message>
        <source>They are of different dialects, so nothing of their prompts is the same.</source>
        <translation>方言が異なるため、プロンプトに共通する部分がありません。</translation>
    </message>
    <message>
        <source>This operation has no prompt.</source>
        <translation>この操作にはプロンプトがありません。</translation>
    </message>
    <message>
        <source>The body of one of them was stored in part only.</source>
        <translation>一方の本文は一部だけが保存されています。</translation>
    </message>
    <message>
        <source>No prompt can be read in one of them.</source>
        <translation>一方のプロンプトを読み取れません。</translation>
    </message>
</context>
<context>
    <name>RequestDetailView</name>
    <message>
        <source>This operation has no conversation.</source>
        <translation>この操作には会話がありません。</translation>
    </message>
    <message>
        <source>Only totals were stored.</source>
        <translation>集計値のみ保存されました。</translation>
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
        <translation>クライアントが 1 トークンで切断</translation>
    </message>
    <message numerus="yes">
        <source>client left after %n tokens</source>
        <translation>
            <numerusform>クライアントが %n トークンで切断</numerusform>
        </translation>
    </message>
    <message>
        <source>client left during the answer</source>
        <translation>クライアントが応答中に切断</translation>
    </message>
    <message>
        <source>client left before the answer</source>
        <translation>クライアントが応答前に切断</translation>
    </message>
    <message>
        <source>stream cut at 1 token</source>
        <translation>1 トークンでストリーム中断</translation>
    </message>
    <message numerus="yes">
        <source>stream cut at %n tokens</source>
        <translation>
            <numerusform>%n トークンでストリーム中断</numerusform>
        </translation>
    </message>
    <message>
        <source>stream cut</source>
        <translation>ストリーム中断</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed tries</source>
        <translation>
            <numerusform>%n 回の失敗後に %1 が応答</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 after 1 failed try</source>
        <translation>1 回の失敗後に %1 が応答</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>%1 が応答</translation>
    </message>
    <message>
        <source>Refused before it was sent</source>
        <translation>送信前に拒否</translation>
    </message>
    <message>
        <source>%1 refused the request (%2)</source>
        <translation>%1 がリクエストを拒否 (%2)</translation>
    </message>
    <message>
        <source>No provider answered</source>
        <translation>応答したプロバイダーなし</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed after %n tries</source>
        <translation>
            <numerusform>%1 は %n 回試行して失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 は失敗</translation>
    </message>
    <message>
        <source>waiting, try %1</source>
        <translation>待機中、試行 %1</translation>
    </message>
    <message>
        <source>waiting for first token</source>
        <translation>最初のトークンを待機中</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>ストリーミング中</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 後</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>%1 を待機中</translation>
    </message>
    <message>
        <source>Streaming from %1</source>
        <translation>%1 からストリーミング中</translation>
    </message>
    <message>
        <source>Rate limited by %1</source>
        <translation>%1 がレートを制限</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The stream from %1 was cut</source>
        <translation>%1 からのストリームが中断</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider / model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>A client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <translation>%1 が %2 に要求</translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation>%2 の代わりに %1 が応答</translation>
    </message>
    <message>
        <source>1 try, %1</source>
        <translation>試行 1 回、%1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries, %1</source>
        <translation>
            <numerusform>試行 %n 回、%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message>
        <source>as asked for</source>
        <translation>要求どおり</translation>
    </message>
    <message>
        <source>, then %1</source>
        <translation>、次に %1</translation>
    </message>
    <message>
        <source>for the virtual key %1</source>
        <translation>仮想キー %1 用</translation>
    </message>
    <message>
        <source>for the team %1</source>
        <translation>チーム %1 用</translation>
    </message>
    <message>
        <source>for the customer %1</source>
        <translation>顧客 %1 用</translation>
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
        <translation>手動で保留中</translation>
    </message>
    <message>
        <source>Serves, but failed just now</source>
        <translation>稼働中、直前に失敗</translation>
    </message>
    <message>
        <source>Not asked for now</source>
        <translation>現在は使用しない</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation>再確認中</translation>
    </message>
    <message>
        <source>can be used</source>
        <translation>使用可能</translation>
    </message>
    <message>
        <source>is turned off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>must not use this model</source>
        <translation>このモデルには使用禁止</translation>
    </message>
    <message>
        <source>may not use this model</source>
        <translation>このモデルには使用不可</translation>
    </message>
    <message>
        <source>is not permitted to the virtual key</source>
        <translation>仮想キーで許可されていない</translation>
    </message>
    <message>
        <source>is not the one that is named</source>
        <translation>指定されたキーではない</translation>
    </message>
    <message>
        <source>has no value that can be read</source>
        <translation>読み取れる値がない</translation>
    </message>
    <message>
        <source>was tried before</source>
        <translation>すでに試行済み</translation>
    </message>
    <message>
        <source>rests for %1</source>
        <translation>あと %1 休止</translation>
    </message>
    <message>
        <source>does not know this alias</source>
        <translation>このエイリアスを知りません</translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>1 request</source>
        <translation>1 件のリクエスト</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 件のリクエスト</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 件失敗</translation>
    </message>
    <message>
        <source>Without a session</source>
        <translation>セッションなし</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last request</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>価格なし</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>cost</comment>
        <translation>%1 以上</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>セッション %1</translation>
    </message>
    <message>
        <source>Open, Left closes it</source>
        <translation>開いています。左キーで閉じます</translation>
    </message>
    <message>
        <source>Closed, Right opens it</source>
        <translation>閉じています。右キーで開きます</translation>
    </message>
</context>
<context>
    <name>SpendCurve</name>
    <message>
        <source>Nothing limits what this key spends.</source>
        <translation>このキーの支出に上限はありません。</translation>
    </message>
    <message>
        <source>The budget is spent. Requests are refused until %1.</source>
        <translation>予算を使い切りました。%1 までリクエストは拒否されます。</translation>
    </message>
    <message>
        <source>Nothing of the budget is spent.</source>
        <translation>予算はまだ使われていません。</translation>
    </message>
    <message>
        <source>The budget begins anew at %1.</source>
        <translation>予算は %1 にリセットされます。</translation>
    </message>
    <message>
        <source>At this pace %1 are spent when the budget begins anew at %2.</source>
        <translation>このペースでは、%2 のリセットまでに %1 を使います。</translation>
    </message>
    <message>
        <source>At this pace the budget is spent at about %1. Requests are then refused until %2.</source>
        <translation>このペースでは %1 頃に予算を使い切ります。その後 %2 までリクエストは拒否されます。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>支出</translation>
    </message>
</context>
<context>
    <name>StateBlock</name>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>起動中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未実行</translation>
    </message>
</context>
<context>
    <name>StateShape</name>
    <message>
        <source>In flight</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>ストリーミング</translation>
    </message>
    <message>
        <source>Ok</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Client error</source>
        <translation>クライアントエラー</translation>
    </message>
    <message>
        <source>Upstream error</source>
        <translation>プロバイダーエラー</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>ブロック</translation>
    </message>
    <message>
        <source>Cancelled by client</source>
        <translation>クライアントがキャンセル</translation>
    </message>
    <message>
        <source>Broken stream</source>
        <translation>ストリーム中断</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Storing no bodies</source>
        <translation>本文を保存しない</translation>
    </message>
    <message>
        <source>Storing bodies of errors</source>
        <translation>エラー時の本文を保存</translation>
    </message>
    <message>
        <source>Storing everything</source>
        <translation>すべて保存</translation>
    </message>
    <message>
        <source>Keys in the system keychain</source>
        <translation>キーはシステムのキーチェーンに保存</translation>
    </message>
    <message>
        <source>Keys in an encrypted file</source>
        <translation>キーは暗号化ファイルに保存</translation>
    </message>
    <message>
        <source>Keys in memory only</source>
        <translation>キーはメモリ内のみ</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
</context>
<context>
    <name>StepWriter</name>
    <message>
        <source>The client gets an error</source>
        <translation>クライアントはエラーを受け取ります</translation>
    </message>
    <message>
        <source>Client asks for no model</source>
        <translation>クライアントのモデル指定なし</translation>
    </message>
    <message>
        <source>Client asks for %1</source>
        <translation>クライアントは %1 を要求</translation>
    </message>
    <message>
        <source>Virtual key %1</source>
        <translation>仮想キー %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>セッション %1</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>not for this caller</source>
        <translation>この呼び出し元は対象外</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>ターゲットなし</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>ルール %1</translation>
    </message>
    <message>
        <source>Rule %1, asked again</source>
        <translation>ルール %1、再評価</translation>
    </message>
    <message>
        <source>Matches every request</source>
        <translation>すべてのリクエストに一致</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>転送先: %1</translation>
    </message>
    <message>
        <source>%1: as before in this session</source>
        <translation>%1: このセッションでの前回と同じ</translation>
    </message>
    <message>
        <source>%1: %2, drawn</source>
        <translation>%1: %2、抽選で選択</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No rule decides</source>
        <translation>決定するルールなし</translation>
    </message>
    <message>
        <source>The request goes where it asks to go.</source>
        <translation>リクエストは指定どおりの宛先に送られます。</translation>
    </message>
    <message>
        <source>No provider is known for this name</source>
        <translation>この名前に対応するプロバイダーが見つかりません</translation>
    </message>
    <message>
        <source>%1 takes the name</source>
        <translation>%1 がこの名前を受け付けます</translation>
    </message>
    <message>
        <source>Key %1, as before in this session</source>
        <translation>キー %1、このセッションでの前回と同じ</translation>
    </message>
    <message>
        <source>Key %1, drawn with a chance of %2</source>
        <translation>キー %1、確率 %2 で抽選</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>キー %1</translation>
    </message>
    <message>
        <source>Key %1 could be drawn too, %2</source>
        <translation>キー %1 も選ばれる可能性あり、%2</translation>
    </message>
    <message>
        <source>Key %1 %2</source>
        <translation>キー %1: %2</translation>
    </message>
    <message>
        <source>With the caller&apos;s own sign-in</source>
        <translation>呼び出し元自身のサインインを使用</translation>
    </message>
    <message>
        <source>connection within %1</source>
        <translation>接続まで %1 以内</translation>
    </message>
    <message>
        <source>first byte within %1</source>
        <translation>最初のバイトまで %1 以内</translation>
    </message>
    <message>
        <source>first token within %1</source>
        <translation>最初のトークンまで %1 以内</translation>
    </message>
    <message>
        <source>answer within %1</source>
        <translation>応答まで %1 以内</translation>
    </message>
    <message>
        <source>silence at most %1</source>
        <translation>無通信は最大 %1</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>再試行 1 回</translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>再試行 %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>制限: %1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Asked when the one above does not answer</source>
        <translation>上のターゲットが応答しないときに使用</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>使用不可</translation>
    </message>
    <message>
        <source>After a wait of %1: %2</source>
        <translation>%1 待機後: %2</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>問題が起きたとき</translation>
    </message>
    <message>
        <source>Nothing else is tried: there are no retries and no fallback.</source>
        <translation>ほかには何も試しません。再試行もフォールバックもありません。</translation>
    </message>
    <message>
        <source>A wait that the provider asks for is kept up to %1.</source>
        <translation>プロバイダーが求める待機は %1 まで守ります。</translation>
    </message>
    <message>
        <source>Without a first token after %1 the next target starts beside it.</source>
        <translation>%1 以内に最初のトークンがなければ、次のターゲットを並行して開始します。</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt.</source>
        <translation>途切れたストリームは別の試行が引き継ぎます。</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt, which may be given what the client has.</source>
        <translation>途切れたストリームは別の試行が引き継ぎます。クライアントが受信済みの内容を渡すこともあります。</translation>
    </message>
    <message>
        <source>The stream is held back to its end.</source>
        <translation>ストリームは最後まで保留されます。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n tokens are held back.</source>
        <translation>
            <numerusform>最初の %n トークンを保留します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestStepsView</name>
    <message>
        <source>Address reached</source>
        <translation>アドレスに到達</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>キーを受理</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation>モデルの一覧を取得</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>One short answer streamed</source>
        <translation>短い応答をストリーミング</translation>
    </message>
    <message>
        <source>One short answer</source>
        <translation>短い応答</translation>
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
        <translation>%1 ～ %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: リクエスト %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1、失敗 %2 件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>no provider</source>
        <translation>プロバイダーなし</translation>
    </message>
    <message>
        <source>other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>fresh input</source>
        <translation>新規入力</translation>
    </message>
    <message>
        <source>read from cache</source>
        <translation>キャッシュから読み取り</translation>
    </message>
    <message>
        <source>written to cache</source>
        <translation>キャッシュへ書き込み</translation>
    </message>
    <message>
        <source>output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推論</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
</context>
<context>
    <name>UsageRange</name>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%2年%1</translation>
    </message>
</context>
<context>
    <name>VirtualKeyWords</name>
    <message>
        <source>everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>everything, with rules</source>
        <translation>すべて (条件付き)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>/ 秒</translation>
    </message>
    <message numerus="yes">
        <source>every %n seconds</source>
        <translation>
            <numerusform>/ %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>/ 分</translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>/ %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>/ 時間</translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>/ %n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>a day</source>
        <translation>/ 日</translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>/ %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>a week</source>
        <translation>/ 週</translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>/ %n 週</numerusform>
        </translation>
    </message>
    <message>
        <source>a month</source>
        <translation>/ 月</translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>/ %n か月</numerusform>
        </translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>/ 四半期</translation>
    </message>
    <message numerus="yes">
        <source>every %n quarters</source>
        <translation>
            <numerusform>/ %n 四半期</numerusform>
        </translation>
    </message>
    <message>
        <source>a year</source>
        <translation>/ 年</translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>/ %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>money</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 / %2 トークン</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 / %2 リクエスト</translation>
    </message>
    <message>
        <source>%1, about %2 by %3</source>
        <comment>use of a limit, amount, a time</comment>
        <translation>%1、%3 までに約 %2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 リクエスト</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount of money, a day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 tokens %2</source>
        <comment>number, a day</comment>
        <translation>%1 トークン %2</translation>
    </message>
    <message>
        <source>%1 requests %2</source>
        <comment>number, a day</comment>
        <translation>%1 リクエスト %2</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <comment>a day</comment>
        <translation>期限切れ: %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Spent, until %1</source>
        <comment>a time</comment>
        <translation>予算切れ、%1 まで</translation>
    </message>
    <message>
        <source>Used up, until %1</source>
        <comment>a time</comment>
        <translation>上限到達、%1 まで</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>percent</comment>
        <translation>%1 使用</translation>
    </message>
    <message>
        <source>Active, old value until %1</source>
        <comment>a time</comment>
        <translation>有効、旧値は %1 まで</translation>
    </message>
    <message>
        <source>Active, private</source>
        <translation>有効、非公開</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <comment>use of a limit, amount at its end</comment>
        <translation>%1、約 %2</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Bilrost cannot start</source>
        <translation>Bilrost を起動できません</translation>
    </message>
</context>
<context>
    <name>app::GatewayHost</name>
    <message>
        <source>Demo (OpenAI dialect)</source>
        <translation>デモ (OpenAI 方言)</translation>
    </message>
    <message>
        <source>Demo (Anthropic dialect)</source>
        <translation>デモ (Anthropic 方言)</translation>
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
        <translation>ゲートウェイを停止</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>ゲートウェイを開始</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>今すぐ終了</translation>
    </message>
    <message>
        <source>Bilrost quits when the running requests have ended (%1)</source>
        <translation>実行中のリクエストが終わると Bilrost は終了します (%1)</translation>
    </message>
    <message>
        <source>New requests are not taken any more.</source>
        <translation>新しいリクエストは受け付けていません。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使用</translation>
    </message>
    <message>
        <source>No request can be answered until the gateway has a port.</source>
        <translation>ゲートウェイがポートを得るまで、リクエストに応答できません。</translation>
    </message>
    <message>
        <source>Keep the gateway running?</source>
        <translation>ゲートウェイを実行したままにしますか?</translation>
    </message>
    <message>
        <source>Hidden, Bilrost goes on answering requests and stays in the system tray. Quitting stops the gateway.</source>
        <translation>隠した後も Bilrost はリクエストに応答し続け、システムトレイに残ります。終了するとゲートウェイは停止します。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Do this every time</source>
        <translation>次回からもこの操作を行う</translation>
    </message>
    <message>
        <source>This desktop has no system tray</source>
        <translation>このデスクトップにはシステムトレイがありません</translation>
    </message>
    <message>
        <source>Bilrost cannot hide there. Minimised, it goes on answering requests. Quitting stops the gateway. From now on, closing the window quits.</source>
        <translation>Bilrost をトレイに隠せません。最小化すれば、リクエストに応答し続けます。終了するとゲートウェイは停止します。今後はウィンドウを閉じると終了します。</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>最小化</translation>
    </message>
    <message>
        <source>1 request is in flight</source>
        <translation>リクエスト 1 件を処理中です</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are in flight</source>
        <translation>
            <numerusform>リクエスト %n 件を処理中です</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting now cuts them off. Waiting takes no new requests and quits when the last one has ended.</source>
        <translation>今すぐ終了すると中断されます。待機すると新しいリクエストを受け付けず、最後のリクエストが終わってから終了します。</translation>
    </message>
    <message>
        <source>Wait, then quit</source>
        <translation>待って終了</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Add provider</source>
        <translation>プロバイダーを追加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;New virtual key…</source>
        <translation>新しい仮想キー(&amp;N)…</translation>
    </message>
    <message>
        <source>Set &amp;up Bilrost…</source>
        <translation>Bilrost のセットアップ(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Export configuration…</source>
        <translation>設定をエクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>ウィンドウを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>コマンドを検索(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>次のペイン(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>ハイコントラスト(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>リクエスト(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>ゲートウェイ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>アドレスをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Store of each request</source>
        <translation>リクエストごとの保存内容(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Bilrost</source>
        <translation>Bilrost について(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt について(&amp;Q)</translation>
    </message>
    <message>
        <source>Bilrost %1</source>
        <translation>Bilrost %1</translation>
    </message>
    <message>
        <source>A gateway on this computer between your tools and the AI providers.
Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>お使いのツールと AI プロバイダーの間に立つ、このコンピューター上のゲートウェイです。
GNU General Public License バージョン 3 以降に基づく自由ソフトウェアです。Qt %1 でビルドされています。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>監視</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>構成</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>virtual key</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>Delete this request?</source>
        <translation>このリクエストを削除しますか?</translation>
    </message>
    <message>
        <source>Delete %1 requests?</source>
        <translation>%1 件のリクエストを削除しますか?</translation>
    </message>
    <message>
        <source>Prompts and answers go with it and cannot be brought back. What was used and what it cost stays counted.</source>
        <translation>プロンプトと回答も削除され、元に戻せません。使用量と費用は引き続き集計されます。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>%1 rejects its key</source>
        <translation>%1 がキーを拒否しています</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 に接続できません</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 でエラーが発生しています</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 が応答を再開しました</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: no target was left</source>
        <translation>
            <numerusform>%n 件のリクエストが失敗: 残りのターゲットなし</numerusform>
        </translation>
    </message>
    <message>
        <source>A request failed: no target was left</source>
        <translation>リクエストが失敗: 残りのターゲットなし</translation>
    </message>
    <message>
        <source>%1: the budget is spent</source>
        <comment>whose budget</comment>
        <translation>%1: 予算を使い切りました</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose budget, percent</comment>
        <translation>%1: 予算の %2 を使用しました</translation>
    </message>
</context>
<context>
    <name>ui::TrayIcon</name>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Clients…</source>
        <translation>クライアント…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Open Bilrost</source>
        <translation>Bilrost を開く</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Bilrost, stopped</source>
        <translation>Bilrost、停止</translation>
    </message>
    <message>
        <source>Bilrost, starting on %1</source>
        <translation>Bilrost、%1 で起動中</translation>
    </message>
    <message>
        <source>Bilrost, not running</source>
        <translation>Bilrost、未実行</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1、処理中 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation>%1、待機中</translation>
    </message>
    <message>
        <source>%1, today %2</source>
        <comment>state, amount of money</comment>
        <translation>%1、本日 %2</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>本日 %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 をコピー</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>ゲートウェイを停止</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>ゲートウェイを開始</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>provider, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, trouble</comment>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::AwsKeyFields</name>
    <message>
        <source>Access key</source>
        <translation>アクセスキー</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>シークレットキー</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>セッショントークン</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Empty keeps the stored one</source>
        <translation>空欄なら保存済みの値を維持</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>空欄なら …%1 で終わるキーを維持</translation>
    </message>
    <message>
        <source>of temporary keys only</source>
        <translation>一時キーの場合のみ</translation>
    </message>
    <message>
        <source>Each may be env.NAME for an environment variable.</source>
        <translation>いずれも env.NAME と書くと環境変数になります。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>as AWS&apos;s own tools choose</source>
        <translation>AWS のツールと同じ選び方</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>ロール</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>only if the role asks for one</source>
        <translation>ロールが求める場合のみ</translation>
    </message>
    <message>
        <source>Session name</source>
        <translation>セッション名</translation>
    </message>
    <message>
        <source>Ask the machine at AWS that Bilrost runs on</source>
        <translation>Bilrost を実行している AWS のマシンに問い合わせる</translation>
    </message>
    <message>
        <source>Batch files</source>
        <translation>バッチのファイル</translation>
    </message>
    <message>
        <source>Batch role</source>
        <translation>バッチのロール</translation>
    </message>
    <message>
        <source>Where clients may put and read files, and nowhere else. Several have spaces between them; the first is used where a request names none.</source>
        <translation>クライアントがファイルを保存し、読み取れる唯一の場所です。複数ある場合は空白で区切ります。リクエストで指定がないときは最初のものが使われます。</translation>
    </message>
    <message>
        <source>The role in which Bedrock itself reads and writes these files.</source>
        <translation>Bedrock 自身がこれらのファイルを読み書きするときに使うロールです。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ComparisonDialog</name>
    <message>
        <source>Compare two requests</source>
        <translation>2 件のリクエストを比較</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(なし)</translation>
    </message>
    <message>
        <source>Set differently: %1.</source>
        <translation>設定の違い: %1。</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比較の対象</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>概要をコピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what, earlier, later</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation>異なる行はありません。</translation>
    </message>
    <message>
        <source>%1 lines only in the later one, %2 only in the earlier one</source>
        <translation>後のみ %1 行、前のみ %2 行</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::DateRangeDialog</name>
    <message>
        <source>Which days</source>
        <translation>日付の選択</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Both count, in local time.</source>
        <translation>両端の日を含みます (現地時刻)。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportDialog</name>
    <message>
        <source>With the bodies: prompts and answers</source>
        <translation>本文を含める (プロンプトと応答)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>リクエストのエクスポート</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected requests</source>
        <translation>
            <numerusform>選択した %n 件のリクエスト</numerusform>
        </translation>
    </message>
    <message>
        <source>All stored requests that the filter lets through</source>
        <translation>フィルターに一致する保存済みリクエストすべて</translation>
    </message>
    <message>
        <source>All stored requests</source>
        <translation>保存済みリクエストすべて</translation>
    </message>
    <message>
        <source>HAR, for browsers and proxies</source>
        <translation>HAR (ブラウザーとプロキシ用)</translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation>JSON Lines (プログラム用)</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV (表計算用)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>ファイルを選択</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The file will hold prompts and answers as far as they were stored. Keys are masked in the store already; the file holds none.</source>
        <translation>ファイルには、保存されている範囲のプロンプトと応答が含まれます。キーは保存の時点で伏せられており、ファイルには含まれません。</translation>
    </message>
    <message>
        <source>The file will hold no prompts and no answers, and no keys.</source>
        <translation>ファイルにプロンプト、応答、キーは含まれません。</translation>
    </message>
    <message>
        <source>All stored requests of the selected sessions</source>
        <translation>選択したセッションの保存済みリクエストすべて</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportProgress</name>
    <message>
        <source>Writing %1…</source>
        <translation>%1 に書き込み中…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>リクエストのエクスポート</translation>
    </message>
    <message>
        <source>%1 requests written to %2</source>
        <translation>%1 件のリクエストを %2 に書き込みました</translation>
    </message>
    <message>
        <source>%1 requests were written to %2 (%3).</source>
        <translation>%1 件のリクエストを %2 に書き込みました (%3)。</translation>
    </message>
    <message>
        <source>The bodies of %1 of them were not stored.</source>
        <translation>そのうち %1 件の本文は保存されていませんでした。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FirstRunWizard</name>
    <message>
        <source>Set up Bilrost</source>
        <translation>Bilrost のセットアップ</translation>
    </message>
    <message>
        <source>Welcome to Bilrost</source>
        <translation>Bilrost へようこそ</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>First request</source>
        <translation>最初のリクエスト</translation>
    </message>
    <message>
        <source>Keys stay in the keychain of this computer.</source>
        <translation>キーはこのコンピューターのキーチェーンに保存されます。</translation>
    </message>
    <message>
        <source>Keys stay in an encrypted file on this computer.</source>
        <translation>キーはこのコンピューターの暗号化ファイルに保存されます。</translation>
    </message>
    <message>
        <source>This computer has no keychain that Bilrost can reach. Keys stay in memory until you quit.</source>
        <translation>このコンピューターには Bilrost が使えるキーチェーンがありません。キーは終了するまでメモリに保持されます。</translation>
    </message>
    <message>
        <source>4 steps, about a minute</source>
        <translation>4 ステップ、約 1 分</translation>
    </message>
    <message>
        <source>Skip set-up</source>
        <translation>セットアップをスキップ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Who should answer?</source>
        <translation>どこが応答しますか?</translation>
    </message>
    <message>
        <source>Choose one provider to begin with. More can be added at any time.</source>
        <translation>まずプロバイダーを 1 つ選んでください。後からいつでも追加できます。</translation>
    </message>
    <message>
        <source>Does it answer?</source>
        <translation>応答しますか?</translation>
    </message>
    <message>
        <source>Bilrost checks address, key and models. It costs nothing.</source>
        <translation>Bilrost がアドレス、キー、モデルを確認します。費用はかかりません。</translation>
    </message>
    <message>
        <source>Bilrost sends one short request.</source>
        <translation>Bilrost が短いリクエストを 1 件送信します。</translation>
    </message>
    <message>
        <source>Bilrost sends one short request with your key.</source>
        <translation>Bilrost がお使いのキーで短いリクエストを 1 件送信します。</translation>
    </message>
    <message>
        <source>Which tool should use it?</source>
        <translation>どのツールで使いますか?</translation>
    </message>
    <message>
        <source>Give your tool one of these addresses in place of the provider&apos;s own.</source>
        <translation>ツールでは、プロバイダーのアドレスの代わりに次のいずれかを指定してください。</translation>
    </message>
    <message>
        <source>The first request</source>
        <translation>最初のリクエスト</translation>
    </message>
    <message>
        <source>This window shows it as soon as it arrives.</source>
        <translation>届くとすぐにこのウィンドウに表示されます。</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>このまま続行</translation>
    </message>
    <message>
        <source>Skip the test</source>
        <translation>テストをスキップ</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Finish without it</source>
        <translation>待たずに完了</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>最初のキー</translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <translation>セットアップを終了しますか?</translation>
    </message>
    <message>
        <source>The key you entered is not stored yet. You can add a provider later under Providers.</source>
        <translation>入力したキーはまだ保存されていません。後で「プロバイダー」から追加できます。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>とどまる</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>離れる</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FoundKeysDialog</name>
    <message>
        <source>Read them from the environment at each start</source>
        <translation>起動のたびに環境から読み取る</translation>
    </message>
    <message>
        <source>Copy them into the key store of this computer</source>
        <translation>このコンピューターのキーストアにコピーする</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Keys in the environment</source>
        <translation>環境のキー</translation>
    </message>
    <message>
        <source>Use the keys of</source>
        <translation>次のキーを使用</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1、%2 内</translation>
    </message>
    <message>
        <source>Where their values are</source>
        <translation>値の保管場所</translation>
    </message>
    <message>
        <source>A key that is copied stays the same when the variable changes.</source>
        <translation>コピーしたキーは、変数が変わっても変わりません。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyDialog</name>
    <message>
        <source>Key, typed or pasted</source>
        <translation>キーを入力または貼り付け</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>環境変数から取得</translation>
    </message>
    <message>
        <source>AWS access key</source>
        <translation>AWS アクセスキー</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>キーを追加</translation>
    </message>
    <message>
        <source>Edit the key “%1”</source>
        <translation>キー「%1」を編集</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>空欄なら …%1 で終わるキーを維持</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>環境変数</translation>
    </message>
    <message>
        <source>name of the variable</source>
        <translation>変数の名前</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>変数</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means all.</source>
        <translation>名前をコンマで区切ります。* は任意の文字列を表します。空欄はすべてを意味します。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Its share among the keys for the same model: 2 gets twice as many requests as 1, and 0 only those that no other key can take.</source>
        <translation>同じモデルのキーの間での割合です。2 は 1 の 2 倍のリクエストを受け取り、0 はほかのキーで処理できないものだけを受け取ります。</translation>
    </message>
    <message>
        <source>The stored key is only sent to the address that it was entered for. Enter it again.</source>
        <translation>保存済みのキーは、入力時のアドレスにのみ送信されます。もう一度入力してください。</translation>
    </message>
    <message>
        <source>The secret of the Entra client, not an API key.</source>
        <translation>API キーではなく、Entra クライアントのシークレットです。</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>サービスアカウントの JSON ファイル全体を貼り付けるか、API キーを入力します。</translation>
    </message>
    <message>
        <source>Only if the server asks for one.</source>
        <translation>サーバーが要求する場合のみ。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means none.</source>
        <translation>名前をコンマで区切ります。* は任意の文字列を表します。空欄は「なし」を意味します。</translation>
    </message>
    <message>
        <source>From the files and variables of AWS</source>
        <translation>AWS のファイルと変数から取得</translation>
    </message>
    <message>
        <source>Application default credentials of this computer</source>
        <translation>このコンピューターのアプリケーションのデフォルト認証情報</translation>
    </message>
    <message>
        <source>The secret of the service principal, not an access token.</source>
        <translation>アクセストークンではなく、サービスプリンシパルのシークレットです。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyModelsDialog</name>
    <message>
        <source>Asking the provider for its models…</source>
        <translation>プロバイダーにモデルを問い合わせ中…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Models of the key “%1”</source>
        <translation>キー「%1」のモデル</translation>
    </message>
    <message>
        <source>All models but those without a tick</source>
        <translation>チェックのないものを除くすべてのモデル</translation>
    </message>
    <message>
        <source>Only models with a tick</source>
        <translation>チェックしたモデルのみ</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>The provider does not list its models.</source>
        <translation>プロバイダーはモデルの一覧を提供していません。</translation>
    </message>
    <message>
        <source>The provider lists 1 model.</source>
        <translation>プロバイダーのモデルは 1 個です。</translation>
    </message>
    <message numerus="yes">
        <source>The provider lists %n models.</source>
        <translation>
            <numerusform>プロバイダーのモデルは %n 個です。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyPlaceFields</name>
    <message>
        <source>Resource</source>
        <translation>リソース</translation>
    </message>
    <message>
        <source>The name of the Azure resource, or its whole address.</source>
        <translation>Azure リソースの名前、または完全なアドレス。</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>デプロイ</translation>
    </message>
    <message>
        <source>What is not listed is asked for by the model&apos;s own name.</source>
        <translation>一覧にないものは、モデル自身の名前で要求します。</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API バージョン</translation>
    </message>
    <message>
        <source>A date, or v1 for the API without dates.</source>
        <translation>日付、または日付のない API なら v1。</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>テナント</translation>
    </message>
    <message>
        <source>only to sign in with Microsoft Entra</source>
        <translation>Microsoft Entra でサインインする場合のみ</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Empty takes the project of the service account.</source>
        <translation>空欄ならサービスアカウントのプロジェクトを使います。</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Empty asks the server at the provider&apos;s address.</source>
        <translation>空欄ならプロバイダーのアドレスのサーバーに問い合わせます。</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>ワークスペース</translation>
    </message>
    <message>
        <source>The address of the workspace, or its name before .cloud.databricks.com.</source>
        <translation>ワークスペースのアドレス、または .cloud.databricks.com の前の名前。</translation>
    </message>
    <message>
        <source>only to sign in as a service principal</source>
        <translation>サービスプリンシパルとしてサインインする場合のみ</translation>
    </message>
    <message>
        <source>Models are deployments</source>
        <translation>モデルはデプロイ</translation>
    </message>
    <message>
        <source>What is asked for as owner/name is your deployment of that name.</source>
        <translation>「所有者/名前」で要求されたものは、その名前の自分のデプロイです。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitDialog</name>
    <message>
        <source>Set the limit</source>
        <translation>上限を設定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新しい上限</translation>
    </message>
    <message>
        <source>Edit the limit</source>
        <translation>上限を編集</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>all requests together</source>
        <translation>すべてのリクエストの合計</translation>
    </message>
    <message>
        <source>a provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>a model or an alias</source>
        <translation>モデルまたはエイリアス</translation>
    </message>
    <message>
        <source>a virtual key</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>a team</source>
        <translation>チーム</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>適用先</translation>
    </message>
    <message>
        <source>gpt-5.4</source>
        <translation>gpt-5.4</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>As its provider names it; or an alias of yours, whatever serves it.</source>
        <translation>プロバイダーでの名前、または独自のエイリアス (応答するモデルは問いません)。</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数える対象</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>any</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>すべて合わせて</translation>
    </message>
    <message>
        <source>As the provider names it. Empty: all its models together.</source>
        <translation>プロバイダーでの名前。空欄: そのすべてのモデルを合わせて。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitRows</name>
    <message>
        <source>Budget</source>
        <translation>予算</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>%1: counted</source>
        <comment>title of a limit</comment>
        <translation>%1: 数え方</translation>
    </message>
    <message>
        <source>Count by the calendar</source>
        <translation>暦に従って数える</translation>
    </message>
    <message>
        <source>Days begin at midnight, weeks on Monday, months on the first; else with the first request.</source>
        <translation>日は午前 0 時、週は月曜日、月は 1 日に始まります。オフなら最初のリクエストから始まります。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>上限なし</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::NewValueDialog</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>The value of “%1”</source>
        <translation>「%1」の値</translation>
    </message>
    <message>
        <source>This is the only time that the value is shown: Bilrost keeps a hash of it and cannot read it back.</source>
        <translation>値が表示されるのは今回だけです。Bilrost はハッシュのみを保持し、元に戻せません。</translation>
    </message>
    <message>
        <source>Value of the virtual key</source>
        <translation>仮想キーの値</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key.</source>
        <translation>プロバイダーのキーの代わりにツールに設定してください。</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key, with the address %1.</source>
        <translation>プロバイダーのキーの代わりに、アドレス %1 とともにツールに設定してください。</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>保管しました</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>The value is in the keychain. Copy it again from the menu of the key whenever you need it.</source>
        <translation>値はキーチェーンに保存されています。必要なときにキーのメニューからもう一度コピーできます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::OwnerDialog</name>
    <message>
        <source>Make the team</source>
        <translation>チームを作成</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>新しいチーム</translation>
    </message>
    <message>
        <source>Edit the team “%1”</source>
        <translation>チーム「%1」を編集</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Virtual keys join it in their own form, under Belongs to.</source>
        <translation>仮想キーは、キー自身のフォームの「所属」で追加します。</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a team belongs to</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Its limits count for the keys of the team, too.</source>
        <translation>顧客の上限はチームのキーにも適用されます。</translation>
    </message>
    <message>
        <source>Make the customer</source>
        <translation>顧客を作成</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しい顧客</translation>
    </message>
    <message>
        <source>Edit the customer “%1”</source>
        <translation>顧客「%1」を編集</translation>
    </message>
    <message>
        <source>Teams and virtual keys belong to it by their own forms.</source>
        <translation>チームと仮想キーは、それぞれのフォームで割り当てます。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceDialog</name>
    <message>
        <source>Add a price</source>
        <translation>価格を追加</translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation>価格を変更</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Every provider</source>
        <translation>すべてのプロバイダー</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>gpt-5.4, or gpt-5* for all that begin so</source>
        <translation>gpt-5.4。gpt-5* ならそれで始まるすべて</translation>
    </message>
    <message>
        <source>Dollars for a million tokens. What stays empty is as listed. Requests of unknown cost are priced again.</source>
        <translation>100 万トークンあたりのドルです。空欄の項目は一覧の価格になります。費用が不明なリクエストは再計算されます。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>キャッシュ入力</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>キャッシュ書き込み</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1, dollars for a million tokens</source>
        <translation>%1、100 万トークンあたりのドル</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>一覧のとおり</translation>
    </message>
    <message>
        <source>A price is a number of dollars, such as 2.50.</source>
        <translation>価格はドルの数値です。例: 2.50。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceUpdateDialog</name>
    <message>
        <source>Update prices</source>
        <translation>価格の更新</translation>
    </message>
    <message>
        <source>A list in the form of docs/prices.md, by https, or by http from this computer. Nothing changes before you take it over, and prices of your own stay.</source>
        <translation>docs/prices.md の形式の一覧です。https、またはこのコンピューターからの http で取得します。採用するまで何も変わらず、独自の価格は残ります。</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>変更を確認</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>一覧による変更内容</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>このままにする</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>一覧を取得中…</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::RaiseDialog</name>
    <message>
        <source>Allow more for a while</source>
        <translation>一時的に上限を引き上げる</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose limit, the limit</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>More</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>The limit itself stays as it is.</source>
        <translation>上限そのものは変わりません。</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>引き上げる</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ResendDialog</name>
    <message>
        <source>Go to it</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>編集して再送信</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Values of keys are not stored. Without one it is sent as it came.</source>
        <translation>キーの値は保存されません。指定しなければ届いたときのまま送信します。</translation>
    </message>
    <message>
        <source>It was sent with “%1”. Values of keys are not stored: paste it here to send it with that key again.</source>
        <translation>「%1」で送信されました。キーの値は保存されません。同じキーで再送信するには、ここに貼り付けてください。</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The body has %1, too much to be edited here. It is sent as it was.</source>
        <translation>本文が %1 あり、ここで編集するには大きすぎます。そのまま送信します。</translation>
    </message>
    <message>
        <source>Only the beginning of the body was stored. Complete it before you send it.</source>
        <translation>本文は先頭だけが保存されています。送信する前に補ってください。</translation>
    </message>
    <message>
        <source>This is no JSON from line %1, column %2 on.</source>
        <translation>%1 行 %2 列から先は JSON ではありません。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>In lists: arrow keys, Enter opens, F6 goes to the next part of the window. Esc closes this.</source>
        <translation>一覧では矢印キーで移動し、Enter で開き、F6 でウィンドウの次の部分に移ります。Esc でこれを閉じます。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::VirtualKeyDialog</name>
    <message>
        <source>Names with commas between them, as requests name them; * stands for anything. Empty means all.</source>
        <translation>リクエストで使う名前をコンマで区切ります。* は任意の文字列を表します。空欄はすべてを意味します。</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Keep only totals, no questions and answers</source>
        <translation>集計値のみ保存し、質問と応答は保存しない</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>キーを作成</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>新しい仮想キー</translation>
    </message>
    <message>
        <source>Edit the virtual key “%1”</source>
        <translation>仮想キー「%1」を編集</translation>
    </message>
    <message>
        <source>claude-code</source>
        <translation>claude-code</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>One key for each tool shows what each of them uses.</source>
        <translation>ツールごとにキーを 1 つ用意すると、それぞれの使用量がわかります。</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>使用可能</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>すべてのプロバイダー</translation>
    </message>
    <message>
        <source>only these providers</source>
        <translation>次のプロバイダーのみ</translation>
    </message>
    <message>
        <source>May use %1</source>
        <comment>name of a provider</comment>
        <translation>%1 を使用可能</translation>
    </message>
    <message>
        <source>Choose providers to name the models.</source>
        <translation>プロバイダーを選ぶとモデルを指定できます。</translation>
    </message>
    <message>
        <source>It can be copied again later. Otherwise it is shown once, and only a hash is kept.</source>
        <translation>後でもう一度コピーできます。保存しない場合は一度だけ表示され、ハッシュのみが保持されます。</translation>
    </message>
    <message>
        <source>Begins with the next new value: only a hash of the present one is kept.</source>
        <translation>次の新しい値から有効です。現在の値はハッシュのみが保持されています。</translation>
    </message>
    <message>
        <source>Delete it then</source>
        <translation>期限後に削除</translation>
    </message>
    <message>
        <source>Keep the value in the keychain</source>
        <translation>値をキーチェーンに保存</translation>
    </message>
    <message>
        <source>There is no keychain: only a hash of the value is kept.</source>
        <translation>キーチェーンがないため、値はハッシュのみが保持されます。</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a key belongs to</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>チーム %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>顧客 %1</translation>
    </message>
    <message>
        <source>The limits of a team or customer count for all their keys together.</source>
        <translation>チームや顧客の上限は、そのすべてのキーの合計に適用されます。</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardProviderStep</name>
    <message>
        <source>Test it with one short request, which costs less than $0.001</source>
        <translation>短いリクエスト 1 件でテスト (費用は $0.001 未満)</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation>キーの作成場所</translation>
    </message>
    <message>
        <source>Your key of %1</source>
        <translation>%1 のキー</translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation>%1 にキーは不要です</translation>
    </message>
    <message>
        <source>Bilrost calls it at %1.</source>
        <translation>Bilrost は %1 を呼び出します。</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer.</source>
        <translation>このコンピューターのキーストアに保存されます。</translation>
    </message>
    <message>
        <source>Keys are made at %1.</source>
        <translation>キーは %1 で作成できます。</translation>
    </message>
    <message>
        <source>Test it with one short request</source>
        <translation>短いリクエスト 1 件でテスト</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使用</translation>
    </message>
    <message>
        <source>Use the key in the environment variable %1</source>
        <translation>環境変数 %1 のキーを使用</translation>
    </message>
    <message>
        <source>It is read from %1 at each start, and not stored.</source>
        <translation>起動のたびに %1 から読み取られ、保存されません。</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>サービスアカウントの JSON ファイル全体を貼り付けるか、API キーを入力します。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardRequestStep</name>
    <message>
        <source>Copy the curl line</source>
        <translation>curl コマンドをコピー</translation>
    </message>
    <message>
        <source>Waiting for the first request</source>
        <translation>最初のリクエストを待っています</translation>
    </message>
    <message>
        <source>Bilrost listens at %1</source>
        <translation>Bilrost は %1 で待ち受けています</translation>
    </message>
    <message>
        <source>Send one from your tool, or from a terminal. It appears here as it starts.</source>
        <translation>お使いのツールまたは端末から送信してください。始まるとここに表示されます。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>There it is.</source>
        <translation>届きました。</translation>
    </message>
    <message>
        <source>The answer is on its way.</source>
        <translation>応答が届くところです。</translation>
    </message>
    <message>
        <source>Welcome. The bridge carries.</source>
        <translation>ようこそ。橋がつながりました。</translation>
    </message>
    <message>
        <source>Every request appears in the window like this one, with what was asked, sent and answered.</source>
        <translation>すべてのリクエストがこのように、要求、送信、応答の内容とともにウィンドウに表示されます。</translation>
    </message>
    <message>
        <source>It arrived, and it was not answered well.</source>
        <translation>届きましたが、正常な応答は得られませんでした。</translation>
    </message>
    <message>
        <source>The list of requests tells why.</source>
        <translation>理由はリクエストの一覧で確認できます。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardTestStep</name>
    <message>
        <source>Change key</source>
        <translation>キーを変更</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再テスト</translation>
    </message>
    <message>
        <source>key ends in …%1</source>
        <translation>…%1 で終わるキー</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 は応答しています。</translation>
    </message>
    <message>
        <source>You can go on and solve this later under Providers.</source>
        <translation>このまま進み、後で「プロバイダー」で解決することもできます。</translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation>%1 のキー</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardToolStep</name>
    <message>
        <source>OpenAI clients: base URL</source>
        <translation>OpenAI クライアント: ベース URL</translation>
    </message>
    <message>
        <source>Anthropic clients: base URL</source>
        <translation>Anthropic クライアント: ベース URL</translation>
    </message>
    <message>
        <source>Or try it in a terminal</source>
        <translation>または端末で試す</translation>
    </message>
    <message>
        <source>If the tool insists on a key, any word will do, such as “bilrost”: Bilrost puts your own key in its place. Nothing outside Bilrost is changed.</source>
        <translation>ツールがキーを必須とする場合は、「bilrost」など任意の語でかまいません。Bilrost がお使いのキーに置き換えます。Bilrost 以外は何も変更されません。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>モデル</translation>
    </message>
</context>
<context>
    <name>ui::models::ClientListModel</name>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Asks %1</source>
        <translation>%1 に接続</translation>
    </message>
    <message>
        <source>Its settings cannot be read</source>
        <translation>設定を読み取れません</translation>
    </message>
    <message>
        <source>Found, not connected</source>
        <translation>検出、未接続</translation>
    </message>
    <message>
        <source>Not found on this computer</source>
        <translation>このコンピューターにはありません</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>program, its state</comment>
        <translation>%1。%2。</translation>
    </message>
</context>
<context>
    <name>ui::models::CommandListModel</name>
    <message>
        <source>%1. %2</source>
        <comment>command, its keys</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>ui::models::ComparisonModel</name>
    <message>
        <source>differs</source>
        <translation>異なる</translation>
    </message>
    <message>
        <source>the same, or of no weight</source>
        <translation>同じ、または影響なし</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後</translation>
    </message>
</context>
<context>
    <name>ui::models::HeaderTableModel</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>ui::models::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n }</source>
        <comment>members of an object</comment>
        <translation>
            <numerusform>{ %n }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n ]</source>
        <comment>elements of an array</comment>
        <translation>
            <numerusform>[ %n ]</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
</context>
<context>
    <name>ui::models::LimitTableModel</name>
    <message>
        <source>%1: %2, %3 used, %4</source>
        <comment>whose limit, the limit, what is used, state</comment>
        <translation>%1: %2、使用 %3、%4</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>ui::models::OwnerTableModel</name>
    <message>
        <source>Team</source>
        <translation>チーム</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>上限なし</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n keys, %3</source>
        <comment>name, team or customer, keys, use</comment>
        <translation>
            <numerusform>%1、%2、キー %n 個、%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用量</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceChangeModel</name>
    <message>
        <source>The list says what is known already: nothing would change.</source>
        <translation>一覧は既知の内容と同じで、変更はありません。</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone.</source>
        <comment>prices of a list</comment>
        <translation>新規 %1 件、変更 %2 件、廃止 %3 件。</translation>
    </message>
    <message>
        <source>Your own prices go on counting for %1 of them.</source>
        <translation>そのうち %1 件には独自の価格が引き続き使われます。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a price, its new one</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>your own counts</source>
        <translation>独自の価格を使用</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>other rates</source>
        <translation>その他の料金</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>廃止</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>%1. Other rates are those of long prompts, service tiers and peak hours, and the last day.</source>
        <translation>%1。その他の料金とは、長いプロンプト、サービス階層、ピーク時間帯の料金と、最終日です。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>プロバイダーとモデル</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceTableModel</name>
    <message>
        <source>one key</source>
        <translation>キー 1 個</translation>
    </message>
    <message>
        <source>virtual key %1</source>
        <translation>仮想キー %1</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>すべてのプロバイダー</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>一覧のとおり</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>always</source>
        <translation>常時</translation>
    </message>
    <message>
        <source>● yours</source>
        <translation>● 独自</translation>
    </message>
    <message>
        <source>● yours: %1</source>
        <translation>● 独自: %1</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>すべてのモデル</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>%1 の一覧</translation>
    </message>
    <message>
        <source>The same in two public tables.</source>
        <translation>2 つの公開価格表で一致しています。</translation>
    </message>
    <message>
        <source>In one public table only.</source>
        <translation>1 つの公開価格表にのみあります。</translation>
    </message>
    <message>
        <source>Published at %1. %2</source>
        <translation>%1 で公開。%2</translation>
    </message>
    <message>
        <source>%1 for short prompts at the usual hours and service tier. Others have a price of their own.</source>
        <translation>%1 は、短いプロンプト、通常の時間帯、通常のサービス階層の価格です。それ以外は別の価格になります。</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>プロバイダーとモデル</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>キャッシュ書き込み</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効期間</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>by the piece</source>
        <translation>個数単位</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderHealthModel</name>
    <message numerus="yes">
        <source>%n requests in the last hour</source>
        <translation>
            <numerusform>直近 1 時間のリクエスト %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderKeyModel</name>
    <message>
        <source>Weight %1</source>
        <translation>重み %1</translation>
    </message>
    <message>
        <source>Weight %1: %2 of the requests that this key can serve</source>
        <translation>重み %1: このキーで処理できるリクエストの %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>Until you quit</source>
        <translation>終了まで有効</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <comment>models: allowed, denied</comment>
        <translation>%1（%2 を除く）</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderModelTable</name>
    <message>
        <source>%1, %2 for a million tokens of input, %3 of output</source>
        <comment>a model, prices</comment>
        <translation>%1、100 万トークンあたり入力 %2、出力 %3</translation>
    </message>
    <message>
        <source>, no key may be used for it</source>
        <translation>、使用できるキーがありません</translation>
    </message>
    <message>
        <source>%1: no key may be used for it</source>
        <comment>a model</comment>
        <translation>%1: 使用できるキーがありません</translation>
    </message>
    <message>
        <source>For a million tokens</source>
        <translation>100 万トークンあたり</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderTableModel</name>
    <message>
        <source>%1. %2. %3. %4 requests in the last hour, %5 failed.</source>
        <translation>%1。%2。%3。直近 1 時間のリクエスト %4 件、失敗 %5 件。</translation>
    </message>
    <message>
        <source>In the last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Requests, 1 h</source>
        <translation>リクエスト、1 時間</translation>
    </message>
    <message>
        <source>Errors, 1 h</source>
        <translation>エラー、1 時間</translation>
    </message>
    <message>
        <source>Half of the streams of the last hours began within this time</source>
        <translation>直近数時間のストリームの半数がこの時間内に始まりました</translation>
    </message>
    <message>
        <source>Since the first of this month</source>
        <translation>今月 1 日から</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>今月</translation>
    </message>
</context>
<context>
    <name>ui::models::RecentRequestsModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>処理元</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
</context>
<context>
    <name>ui::models::RequestTableModel</name>
    <message>
        <source>Pinned.</source>
        <translation>ピン留め済み。</translation>
    </message>
    <message>
        <source>Repeats another request.</source>
        <translation>別のリクエストの再送です。</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1、現地時刻</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求モデル</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>処理元</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>This request is being read.</source>
        <translation>このリクエストを読み込んでいます。</translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <comment>a column</comment>
        <translation>%1、小さい順</translation>
    </message>
    <message>
        <source>%1, newest first</source>
        <comment>a column</comment>
        <translation>%1、新しい順</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <comment>a column</comment>
        <translation>%1、大きい順</translation>
    </message>
</context>
<context>
    <name>ui::models::RoutingRuleModel</name>
    <message>
        <source>Alias</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>%1. %2 %3. %4. %5</source>
        <translation>%1。%2 %3。%4。%5</translation>
    </message>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>対象外: %1</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>すべてのリクエスト</translation>
    </message>
</context>
<context>
    <name>ui::models::StreamEventModel</name>
    <message>
        <source>Offset</source>
        <translation>オフセット</translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation>前との間隔</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
</context>
<context>
    <name>ui::models::TargetHealthModel</name>
    <message>
        <source>with the next request</source>
        <translation>次のリクエストで</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 後</translation>
    </message>
    <message>
        <source>when you release it</source>
        <translation>解除したとき</translation>
    </message>
    <message>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>%1 / all models</source>
        <translation>%1 / すべてのモデル</translation>
    </message>
    <message>
        <source>Key rests</source>
        <translation>キー休止中</translation>
    </message>
    <message>
        <source>The provider limited or refused the key.</source>
        <translation>プロバイダーがキーを制限または拒否しました。</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>キー不要</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>キー %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>次の試行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>ui::models::TimeSlotModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
</context>
<context>
    <name>ui::models::UsageTableModel</name>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>価格なし</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed</source>
        <translation>リクエスト %1 件、うち失敗 %2 件</translation>
    </message>
    <message>
        <source>%1 fresh input, %2 from the cache, %3 written to it, %4 output</source>
        <translation>新規入力 %1、キャッシュから %2、キャッシュへ %3、出力 %4</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1、費用不明の試行 %n 件を除く</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
</context>
<context>
    <name>ui::models::VirtualKeyTableModel</name>
    <message>
        <source>no limit</source>
        <translation>上限なし</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>use of a limit, its window</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2, may use %3, %4</source>
        <comment>name, state, models, use</comment>
        <translation>%1、%2、%3 を使用可能、%4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>使用可能</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
</context>
<context>
    <name>ui::pages</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ui::pages::BodyTab</name>
    <message>
        <source>Body of the request</source>
        <translation>リクエストの本文</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>応答の本文</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>本文内を検索</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>すべて展開</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Load all of the body</source>
        <translation>本文をすべて読み込む</translation>
    </message>
    <message>
        <source>The body is shown when the request has ended.</source>
        <translation>本文はリクエストの終了後に表示されます。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>集計値のみ保存されました。当時の取得レベルでは本文は対象外でした。</translation>
    </message>
    <message>
        <source>The request had no body.</source>
        <translation>リクエストに本文はありませんでした。</translation>
    </message>
    <message>
        <source>The answer had no body.</source>
        <translation>応答に本文はありませんでした。</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>%2 のうち先頭の %1 を表示しています。</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>%1 をすべて読み込む</translation>
    </message>
    <message>
        <source>This is not valid JSON; it is shown as text.</source>
        <translation>有効な JSON ではないため、テキストとして表示しています。</translation>
    </message>
    <message>
        <source>Only the first %1 were stored.</source>
        <translation>先頭の %1 だけが保存されています。</translation>
    </message>
    <message>
        <source>The answer came as a stream; its events are in Stream.</source>
        <translation>応答はストリームで届きました。イベントは「ストリーム」にあります。</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Expand below</source>
        <translation>下位を展開</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折りたたむ</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientsPage</name>
    <message>
        <source>Programs</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Copy snippet</source>
        <translation>スニペットをコピー</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>復元…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>書き込まれる内容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>No known program on this computer</source>
        <translation>このコンピューターに既知のプログラムはありません</translation>
    </message>
    <message>
        <source>%1 of %2 found programs connected</source>
        <translation>検出した %2 個のプログラムのうち %1 個を接続済み</translation>
    </message>
    <message>
        <source>Every tool needs a virtual key. Paste the value of one.</source>
        <translation>どのツールにも仮想キーが必要です。キーの値を貼り付けてください。</translation>
    </message>
    <message>
        <source>Any word will do. The value of a virtual key tells tools apart.</source>
        <translation>任意の語でかまいません。仮想キーの値を使うとツールを区別できます。</translation>
    </message>
    <message>
        <source>The gateway has no address yet. Start it first.</source>
        <translation>ゲートウェイにまだアドレスがありません。先に開始してください。</translation>
    </message>
    <message>
        <source>goes again</source>
        <translation>削除されます</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>新しいファイル</translation>
    </message>
    <message>
        <source>%1 lines added, %2 removed; all else stays byte for byte</source>
        <translation>%1 行追加、%2 行削除。それ以外は 1 バイトも変わりません</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what happens to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is left to write.</source>
        <translation>書き込む内容は残っていません。</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 を復元</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>%1 に適用</translation>
    </message>
    <message>
        <source>Nothing is written before you apply it. A safety copy is kept.</source>
        <translation>適用するまで何も書き込まれません。控えのコピーが残ります。</translation>
    </message>
    <message>
        <source>This brings the files back as they were before Bilrost changed them.</source>
        <translation>Bilrost が変更する前の状態にファイルを戻します。</translation>
    </message>
    <message>
        <source>Restored. %1 notices at its next start.</source>
        <translation>復元しました。%1 には次回の起動時に反映されます。</translation>
    </message>
    <message>
        <source>Written. %1 picks it up at its next start.</source>
        <translation>書き込みました。%1 には次回の起動時に反映されます。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
</context>
<context>
    <name>ui::pages::ConversationTab</name>
    <message>
        <source>Show all parts</source>
        <translation>すべての部分を表示</translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation>最初のトークンまで %1</translation>
    </message>
    <message>
        <source>The conversation is shown as soon as the answer begins.</source>
        <translation>会話は応答が始まるとすぐに表示されます。</translation>
    </message>
    <message>
        <source>There is no conversation in this request; Request and Response show it.</source>
        <translation>このリクエストに会話はありません。「リクエスト」と「応答」をご覧ください。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the conversation out.</source>
        <translation>集計値のみ保存されました。当時の取得レベルでは会話は対象外でした。</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>メッセージ 1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>メッセージ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation>ツール呼び出し 1 回</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>ツール呼び出し %n 回</numerusform>
        </translation>
    </message>
    <message>
        <source>↓ Following the stream</source>
        <translation>↓ ストリームを追跡中</translation>
    </message>
    <message>
        <source>↓ Follow the stream</source>
        <translation>↓ ストリームを追跡</translation>
    </message>
    <message>
        <source>Following the stream</source>
        <translation>ストリームを追跡中</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>ストリームを追跡</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>入力 %1</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>キャッシュ %1</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>出力 %1</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>会話内を検索</translation>
    </message>
    <message>
        <source>Enter or F3 goes to the next place, Shift+F3 to the one before</source>
        <translation>Enter または F3 で次の箇所へ、Shift+F3 で前の箇所へ移動</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>in 1 part</source>
        <translation>1 か所の部分</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>%1 か所の部分</translation>
    </message>
</context>
<context>
    <name>ui::pages::DashboardPage</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1、処理中 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>待ち受けていません</translation>
    </message>
    <message>
        <source>only this computer can connect</source>
        <translation>このコンピューターのみ接続可能</translation>
    </message>
    <message>
        <source>no program can connect</source>
        <translation>どのプログラムも接続できません</translation>
    </message>
    <message>
        <source>other computers can connect</source>
        <translation>ほかのコンピューターも接続可能</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>ゲートウェイを停止</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>ゲートウェイを開始</translation>
    </message>
    <message numerus="yes">
        <source>%n tries have no price</source>
        <translation>
            <numerusform>%n 件の試行に価格がありません</numerusform>
        </translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>すべてに価格があります</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>失敗 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>none failed</source>
        <translation>失敗なし</translation>
    </message>
    <message>
        <source>%1 of them written</source>
        <translation>うち書き込み %1</translation>
    </message>
    <message>
        <source>of the input</source>
        <translation>入力に占める割合</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>まだ見つかっていません</translation>
    </message>
    <message>
        <source>No program asks here yet.</source>
        <translation>まだここに要求するプログラムはありません。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>リクエストはまだありません</translation>
    </message>
    <message>
        <source>Add a provider to begin</source>
        <translation>まずプロバイダーを追加してください</translation>
    </message>
    <message>
        <source>Point a tool at %1, and its first request appears here as it runs.</source>
        <translation>ツールの接続先を %1 にすると、最初のリクエストが実行中にここに表示されます。</translation>
    </message>
    <message>
        <source>One key is enough. Local servers such as Ollama need none.</source>
        <translation>キーは 1 つで十分です。Ollama などのローカルサーバーでは不要です。</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>ツールを接続</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>プロバイダーを追加</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>ダッシュボード</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>本日の支出</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>本日のリクエスト</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>本日のトークン</translation>
    </message>
    <message>
        <source>Read from cache</source>
        <translation>キャッシュから</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>1 分あたりのリクエスト</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>直近 1 時間</translation>
    </message>
    <message>
        <source>requests per minute, failed ones on top</source>
        <translation>1 分あたりのリクエスト、失敗は上側</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Open Requests</source>
        <translation>「リクエスト」を開く</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>requests in the last hour</source>
        <translation>直近 1 時間のリクエスト</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation>すべてのクライアントを表示</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
</context>
<context>
    <name>ui::pages::DiagnosticsPage</name>
    <message>
        <source>Save diagnostics</source>
        <translation>診断情報を保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>What is copied or saved</source>
        <translation>コピーまたは保存される内容</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>No keys, prompts or answers are in it. This is all that is copied or saved.</source>
        <translation>キー、プロンプト、応答は含まれません。コピーまたは保存されるのはこれがすべてです。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>診断</translation>
    </message>
</context>
<context>
    <name>ui::pages::FoundKeysRow</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose keys of the environment</source>
        <translation>環境のキーを選択</translation>
    </message>
    <message>
        <source>The environment has keys that are not used: %1</source>
        <translation>環境に未使用のキーがあります: %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HeadersTab</name>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation>ヘッダー: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Answer: no headers</source>
        <translation>応答: ヘッダーなし</translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation>応答: ステータス %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HealthBoardView</name>
    <message>
        <source>Every target is well. One that fails five times in a row is left alone for a while, then one request tries it again. It is listed here with its reason.</source>
        <translation>すべてのターゲットは正常です。5 回続けて失敗したターゲットはしばらく使われず、その後リクエスト 1 件で再確認されます。理由とともにここに表示されます。</translation>
    </message>
    <message>
        <source>Hold a target</source>
        <translation>ターゲットを保留</translation>
    </message>
    <message>
        <source>Hold a target of a rule</source>
        <translation>ルールのターゲットを保留</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Hold or release the selected target</source>
        <translation>選択したターゲットを保留または解除</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Treat the selected target as well</source>
        <translation>選択したターゲットを正常とみなす</translation>
    </message>
    <message>
        <source>As if it had never failed: the next request may go there.</source>
        <translation>失敗がなかったものとして、次のリクエストから使えます。</translation>
    </message>
    <message>
        <source>Targets in trouble</source>
        <translation>問題のあるターゲット</translation>
    </message>
    <message numerus="yes">
        <source>%n left alone</source>
        <translation>
            <numerusform>%n 件を不使用</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Requests may go there again.</source>
        <translation>リクエストを再び送れるようになります。</translation>
    </message>
    <message>
        <source>It is not asked until you release it, as long as there is another.</source>
        <translation>ほかにターゲットがある限り、解除するまで使われません。</translation>
    </message>
    <message>
        <source>No alias or rule names a target yet</source>
        <translation>ターゲットを指定するエイリアスもルールもまだありません</translation>
    </message>
</context>
<context>
    <name>ui::pages::KeyUsePane</name>
    <message>
        <source>Spend today</source>
        <translation>本日の支出</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>使用可能</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存内容</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>値の日時</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Limits and rights</source>
        <translation>上限と権限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>totals only, no content</source>
        <translation>集計値のみ、本文なし</translation>
    </message>
    <message>
        <source>requests, as the capture level says</source>
        <translation>取得レベルに応じたリクエスト</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not kept of a private key</source>
        <translation>プライベートなキーでは保存されません</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <comment>name of a virtual key</comment>
        <translation>%1 の支出</translation>
    </message>
    <message>
        <source>Spend against the budget</source>
        <translation>支出と予算</translation>
    </message>
    <message>
        <source>only totals are kept</source>
        <translation>集計値のみ保存</translation>
    </message>
</context>
<context>
    <name>ui::pages::LimitsView</name>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Edit the selected limit</source>
        <translation>選択した上限を編集</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>最初から数える…</translation>
    </message>
    <message>
        <source>Count the selected limit from nothing</source>
        <translation>選択した上限を 0 から数える</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新しい上限</translation>
    </message>
    <message>
        <source>Nothing is limited. A limit stops requests in time when more money, requests or tokens would be used than you want: of all tools together, of one provider, model or key.</source>
        <translation>上限は設定されていません。上限を設定すると、希望より多くの金額、リクエスト、トークンが使われる前にリクエストを止められます。対象はすべてのツールの合計、または特定のプロバイダー、モデル、キーです。</translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation>上限を設定</translation>
    </message>
    <message>
        <source>Set the first limit</source>
        <translation>最初の上限を設定</translation>
    </message>
    <message numerus="yes">
        <source>%n limits</source>
        <translation>
            <numerusform>上限 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>、上限到達 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Count from nothing again?</source>
        <translation>0 から数え直しますか?</translation>
    </message>
    <message>
        <source>%1: what was used so far (%2) does not count against the limit any more. Usage keeps it, and the window of the limit ends when it would have.</source>
        <comment>whose limit, what is used of it</comment>
        <translation>%1: これまでの使用量 (%2) は上限に数えられなくなります。「使用量」には残り、上限の期間の終わりは変わりません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>最初から数える</translation>
    </message>
    <message>
        <source>The limit was not deleted</source>
        <translation>上限は削除されませんでした</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>ui::pages::ModelLimitsEditor</name>
    <message>
        <source>For single models</source>
        <translation>個別のモデル</translation>
    </message>
    <message>
        <source>Instead of the provider’s times. A * at the end stands for anything.</source>
        <translation>プロバイダーの時間の代わりに使います。末尾の * は任意の文字列を表します。</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>モデルを追加</translation>
    </message>
    <message>
        <source>Model with its own times</source>
        <translation>個別の時間を設定するモデル</translation>
    </message>
    <message>
        <source>Remove this model&apos;s times</source>
        <translation>このモデルの時間設定を削除</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>最初のバイト</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>無通信</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>応答全体</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>通常どおり</translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Asked, sent, answered</source>
        <translation>要求、送信、応答</translation>
    </message>
    <message>
        <source>Client asked</source>
        <translation>クライアントの要求</translation>
    </message>
    <message>
        <source>Sent upstream</source>
        <translation>プロバイダーへの送信</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>This request was not sent to a provider.</source>
        <translation>このリクエストはプロバイダーに送信されていません。</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>応答のタイミング</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>100 万あたり</translation>
    </message>
    <message>
        <source>The tries are shown when the request has ended.</source>
        <translation>試行はリクエストの終了後に表示されます。</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>合計 %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未送信</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>as a stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1、%2 から</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, session %2</source>
        <translation>%1、セッション %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::OwnersView</name>
    <message>
        <source>Teams and customers</source>
        <translation>チームと顧客</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Edit the selected team or customer</source>
        <translation>選択したチームまたは顧客を編集</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新しい顧客</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>新しいチーム</translation>
    </message>
    <message>
        <source>You need neither to use Bilrost by yourself. A team holds several keys under one budget; a customer holds several teams. What their keys use counts for them, too.</source>
        <translation>ひとりで使う場合、どちらも必要ありません。チームは複数のキーを 1 つの予算にまとめ、顧客は複数のチームをまとめます。キーの使用量はチームや顧客にも数えられます。</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>顧客 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>チーム %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The team was not deleted</source>
        <translation>チームは削除されませんでした</translation>
    </message>
    <message>
        <source>The customer was not deleted</source>
        <translation>顧客は削除されませんでした</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>ui::pages::PricesPage</name>
    <message>
        <source>Find a price</source>
        <translation>価格を検索</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>独自</translation>
    </message>
    <message>
        <source>Set own price…</source>
        <translation>独自の価格を設定…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧の価格に戻す</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>価格を追加</translation>
    </message>
    <message>
        <source>%1 shown, %2 of your own; dollars for a million tokens</source>
        <translation>%1 件を表示、独自 %2 件。100 万トークンあたりのドル</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>No price for “%1”. Add one.</source>
        <translation>「%1」の価格はありません。追加してください。</translation>
    </message>
    <message>
        <source>You have set no prices: the list counts.</source>
        <translation>独自の価格は未設定です。一覧の価格が使われます。</translation>
    </message>
    <message>
        <source>No price list could be read, so every cost is unknown. Add a price.</source>
        <translation>価格の一覧を読み取れないため、すべての費用が不明です。価格を追加してください。</translation>
    </message>
    <message>
        <source>The price was not removed</source>
        <translation>価格は削除されませんでした</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>No stored request got a price by it</source>
        <translation>これで価格が付いた保存済みリクエストはありません</translation>
    </message>
    <message numerus="yes">
        <source>%n requests got a price: %1 more</source>
        <translation>
            <numerusform>%n 件のリクエストに価格が付きました: +%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Update prices…</source>
        <translation>価格を更新…</translation>
    </message>
    <message>
        <source>The list was compared with others on %1.</source>
        <translation>一覧は %1 にほかの一覧と照合されました。</translation>
    </message>
    <message>
        <source>The list was taken over. %1</source>
        <translation>一覧を採用しました。%1</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEditor</name>
    <message>
        <source>Groups of settings</source>
        <translation>設定のグループ</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>今すぐテスト</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>新しいプロバイダー</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>1 change not saved</source>
        <translation>1 件の変更が未保存</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved</source>
        <translation>
            <numerusform>%n 件の変更が未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Running requests keep the old settings.</source>
        <translation>実行中のリクエストには以前の設定が使われます。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Leave without adding the provider?</source>
        <translation>プロバイダーを追加せずに離れますか?</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>保存せずに離れますか?</translation>
    </message>
    <message>
        <source>1 change would be lost.</source>
        <translation>1 件の変更が失われます。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes would be lost.</source>
        <translation>
            <numerusform>%n 件の変更が失われます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>とどまる</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>離れる</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>プロバイダーは削除されませんでした</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>上級</translation>
    </message>
    <message>
        <source>Network and limits</source>
        <translation>ネットワークと上限</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEssentialsForm</name>
    <message>
        <source>API key</source>
        <translation>API キー</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>表示名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Also ask for one short answer; costs less than $0.001</source>
        <translation>短い応答も 1 つ求める (費用は $0.001 未満)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test what is entered here</source>
        <translation>入力した内容をテスト</translation>
    </message>
    <message>
        <source>For example: Work server</source>
        <translation>例: 社内サーバー</translation>
    </message>
    <message>
        <source>The provider needs a name.</source>
        <translation>プロバイダーには名前が必要です。</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and name a host.</source>
        <translation>アドレスは https:// または http:// で始まり、ホストを含む必要があります。</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>キーがありません。</translation>
    </message>
    <message>
        <source>Another host needs its key entered again.</source>
        <translation>別のホストにはキーを入力し直す必要があります。</translation>
    </message>
    <message>
        <source>The stored key is only sent to %1. Enter the key for the new host.</source>
        <translation>保存済みのキーは %1 にのみ送信されます。新しいホストのキーを入力してください。</translation>
    </message>
    <message>
        <source>A Bedrock API key. For an access key with its secret key leave this empty, save, and add it under Keys.</source>
        <translation>Bedrock の API キーです。アクセスキーとシークレットキーを使う場合は、ここを空欄のまま保存し、「キー」で追加してください。</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer, never into a settings file.</source>
        <translation>このコンピューターのキーストアに保存され、設定ファイルには書かれません。</translation>
    </message>
    <message>
        <source>Small letters, digits, dot and dash. It begins the names of models.</source>
        <translation>英小文字、数字、ドット、ハイフン。モデル名はこれで始まります。</translation>
    </message>
    <message>
        <source>Used in model names: %1/…</source>
        <translation>モデル名での使用: %1/…</translation>
    </message>
    <message>
        <source>It must begin with https:// or http:// and name a host.</source>
        <translation>https:// または http:// で始まり、ホストを含む必要があります。</translation>
    </message>
    <message>
        <source>Without https, keys and prompts cross the network unencrypted.</source>
        <translation>https でない場合、キーとプロンプトは暗号化されずにネットワークを流れます。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>キーを追加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>first match by model, then by weight</source>
        <translation>モデルの一致、次に重みの順</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>キー %1</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>モデル…</translation>
    </message>
    <message>
        <source>About the key</source>
        <translation>キーについて</translation>
    </message>
    <message>
        <source>Keys are made at %1. Yours goes into the key store of this computer, never into a settings file.</source>
        <translation>キーは %1 で作成できます。キーはこのコンピューターのキーストアに保存され、設定ファイルには保存されません。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderExpertForm</name>
    <message>
        <source>Health probe</source>
        <translation>稼働確認</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Asked while the provider is in trouble, so that no request has to find out: “models” for its list of models, or a path such as /health.</source>
        <translation>プロバイダーに問題がある間、リクエストで確かめずに済むよう問い合わせます。モデル一覧なら「models」、または /health のようなパスを指定します。</translation>
    </message>
    <message>
        <source>Requests that it takes, one a line</source>
        <translation>受け付けるリクエスト（1 行に 1 つ）</translation>
    </message>
    <message>
        <source>Paths of its own, one a line</source>
        <translation>独自のパス（1 行に 1 つ）</translation>
    </message>
    <message>
        <source>Requests that it takes</source>
        <translation>受け付けるリクエスト</translation>
    </message>
    <message>
        <source>One a line, as “chat_completion” or “embedding”; a stream, as “chat_completion_stream”, is one of its own. Empty means all.</source>
        <translation>「chat_completion」や「embedding」のように 1 行に 1 つ書きます。「chat_completion_stream」のようなストリームは別に数えます。空欄は「すべて」を意味します。</translation>
    </message>
    <message>
        <source>Paths of its own</source>
        <translation>独自のパス</translation>
    </message>
    <message>
        <source>One a line: the request, a colon, and a path or a whole URL.</source>
        <translation>1 行に 1 つ：リクエスト、コロン、パスまたは完全な URL。</translation>
    </message>
    <message>
        <source>“%1” is not “request: path” and will not be saved.</source>
        <translation>「%1」は「リクエスト: パス」の形ではないため保存されません。</translation>
    </message>
    <message>
        <source>Have nothing kept at the provider</source>
        <translation>プロバイダーに何も保存させない</translation>
    </message>
    <message>
        <source>What the provider keeps</source>
        <translation>プロバイダーが保存するもの</translation>
    </message>
    <message>
        <source>Conversations and responses go out with “store” switched off, whatever a client says.</source>
        <translation>クライアントの指定にかかわらず、会話と応答は「store」をオフにして送られます。</translation>
    </message>
    <message>
        <source>The key stands in the address</source>
        <translation>キーをアドレスに含める</translation>
    </message>
    <message>
        <source>Where the key stands</source>
        <translation>キーの場所</translation>
    </message>
    <message>
        <source>Only for servers that know no other way: others may write addresses down. Bilrost does not.</source>
        <translation>他の方法を知らないサーバー専用です。アドレスはほかで記録されることがあります。Bilrost は記録しません。</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同時実行</translation>
    </message>
    <message>
        <source>To one host of this provider. A request beyond that waits.</source>
        <translation>このプロバイダーの 1 つのホストへの接続数です。これを超えるリクエストは待機します。</translation>
    </message>
    <message>
        <source>Idle at most</source>
        <translation>最大アイドル時間</translation>
    </message>
    <message>
        <source>Then a connection that carries no request is closed.</source>
        <translation>この時間を過ぎると、リクエストのない接続は閉じられます。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderLineForm</name>
    <message>
        <source>Refuse what finds the line full</source>
        <translation>待ち行列がいっぱいなら拒否する</translation>
    </message>
    <message>
        <source>May be on this computer or in a private network</source>
        <translation>このコンピューターまたはプライベートネットワークにあってもよい</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>到達範囲</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同時実行</translation>
    </message>
    <message>
        <source>Requests. The others wait in line.</source>
        <translation>件のリクエスト。残りは待ち行列で待ちます。</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>待ち行列</translation>
    </message>
    <message>
        <source>Needed only while other computers can reach Bilrost.</source>
        <translation>ほかのコンピューターから Bilrost に接続できる間だけ必要です。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderModelsSection</name>
    <message>
        <source>Find a model</source>
        <translation>モデルを検索</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>A test asks the provider for them.</source>
        <translation>テストするとプロバイダーから取得します。</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%1 known, %2 may be used</source>
        <translation>%1 件、うち %2 件が使用可能</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderNetworkForm</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>as the answer</source>
        <translation>応答と同じ</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>上限なし</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ミリ秒</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>待ち時間</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>接続の時間制限</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>最初のバイトの時間制限</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>最初のトークンの時間制限</translation>
    </message>
    <message>
        <source>Of a stream. Signs of life do not count.</source>
        <translation>ストリームの場合。生存通知は数えません。</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>無通信の上限</translation>
    </message>
    <message>
        <source>Between two pieces of a stream.</source>
        <translation>ストリームの断片と断片の間。</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>応答の時間制限</translation>
    </message>
    <message>
        <source>Stream within</source>
        <translation>ストリームの時間制限</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Times, after the first try, before anything was sent to the client.</source>
        <translation>最初の試行の後、クライアントに何も送信していない間の回数。</translation>
    </message>
    <message>
        <source>Wait before it</source>
        <translation>再試行前の待機</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>待機の上限</translation>
    </message>
    <message>
        <source>Each try doubles the wait up to here, and chance shortens it. What the provider asks for comes first.</source>
        <translation>試行のたびに待機は上限まで倍になり、ランダムに短縮されます。プロバイダーの指定が優先されます。</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>システムに従う</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
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
        <translation>空欄なら保存済みのものを維持</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>プロキシのアドレス</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Use HTTP/2 where the server offers it</source>
        <translation>サーバーが対応していれば HTTP/2 を使用</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate</source>
        <translation>サーバーの証明書を確認しない</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>暗号化</translation>
    </message>
    <message>
        <source>Trusted besides the system&apos;s certificates (PEM)</source>
        <translation>システムの証明書に加えて信頼するもの (PEM)</translation>
    </message>
    <message>
        <source>Extra headers, one a line</source>
        <translation>追加のヘッダー、1 行に 1 つ</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>追加のヘッダー</translation>
    </message>
    <message>
        <source>Anyone on the way can read your key and your prompts</source>
        <translation>経路上の誰もがキーとプロンプトを読み取れます</translation>
    </message>
    <message>
        <source>If the server has a certificate of its own, trust that one below instead.</source>
        <translation>サーバーに独自の証明書がある場合は、代わりに下でその証明書を信頼してください。</translation>
    </message>
    <message>
        <source>One a line, “Name: value”. Sent with every request.</source>
        <translation>1 行に 1 つ、「名前: 値」の形式です。すべてのリクエストで送信されます。</translation>
    </message>
    <message>
        <source>“%1” is not “Name: value” and will not be sent.</source>
        <translation>「%1」は「名前: 値」の形式ではないため、送信されません。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Edit the selected provider</source>
        <translation>選択したプロバイダーを編集</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>プロバイダーを追加</translation>
    </message>
    <message>
        <source>One field to fill in.</source>
        <translation>入力欄は 1 つだけです。</translation>
    </message>
    <message>
        <source>Providers that can be added</source>
        <translation>追加できるプロバイダー</translation>
    </message>
    <message>
        <source>Add a provider to start. One key is enough.</source>
        <translation>まずプロバイダーを追加してください。キーは 1 つで十分です。</translation>
    </message>
    <message numerus="yes">
        <source>%n set up</source>
        <translation>
            <numerusform>設定済み %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n healthy</source>
        <translation>
            <numerusform>、正常 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>, 1 needs a look</source>
        <translation>、要確認 1 件</translation>
    </message>
    <message numerus="yes">
        <source>, %n need a look</source>
        <translation>
            <numerusform>、要確認 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>さらに追加</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>新しいキーを入力</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>アドレスを確認</translation>
    </message>
    <message>
        <source>Requests for “%1/…” fail until this is solved.</source>
        <translation>解決するまで、「%1/…」へのリクエストは失敗します。</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>プロバイダーは削除されませんでした</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation>プロバイダーを検索</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>このコンピューターはオフラインです</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>接続できるのはこのコンピューター上のプロバイダーだけです。ほかはネットワークが戻ったときに再試行されます。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProxyInForce</name>
    <message>
        <source>Requests go straight to the provider: a server on this computer is reached without a proxy.</source>
        <translation>リクエストはプロバイダーへ直接送られます。このコンピューター上のサーバーにはプロキシを使いません。</translation>
    </message>
    <message>
        <source>Requests go straight to the provider.</source>
        <translation>リクエストはプロバイダーへ直接送られます。</translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation>プロキシのアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Requests go through %1.</source>
        <translation>リクエストは %1 を経由します。</translation>
    </message>
    <message>
        <source>Asking the system for its proxy…</source>
        <translation>システムにプロキシを問い合わせています…</translation>
    </message>
    <message>
        <source>Requests go straight to the provider: neither the environment nor the system names a proxy for this host.</source>
        <translation>リクエストはプロバイダーへ直接送られます。環境変数にもシステムにも、このホストのプロキシは指定されていません。</translation>
    </message>
    <message>
        <source>Requests go through %1, as the environment or the system says.</source>
        <translation>環境変数またはシステムの指定により、リクエストは %1 を経由します。</translation>
    </message>
</context>
<context>
    <name>ui::pages::RawTab</name>
    <message>
        <source>Load all of the bodies</source>
        <translation>本文をすべて読み込む</translation>
    </message>
    <message>
        <source>The exchange as text</source>
        <translation>テキストで表した通信内容</translation>
    </message>
    <message>
        <source>Secrets are masked.</source>
        <translation>秘密情報は伏せられています。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>集計値のみ保存されました。当時の取得レベルでは本文は対象外でした。</translation>
    </message>
    <message>
        <source>The first %1 of each body are shown. Secrets are masked.</source>
        <translation>各本文の先頭 %1 を表示しています。秘密情報は伏せられています。</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>%1 をすべて読み込む</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestColumns</name>
    <message>
        <source>Reset columns</source>
        <translation>列をリセット</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestCommands</name>
    <message>
        <source>It could not be sent: %1</source>
        <translation>送信できませんでした: %1</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>再送信</translation>
    </message>
    <message>
        <source>Edit and resend…</source>
        <translation>編集して再送信…</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>リクエストをキャンセル</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>コメント…</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>cURL としてコピー</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Python としてコピー</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>JavaScript としてコピー</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>エラーをコピー</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>1 つ前と比較</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation>再送信しました。</translation>
    </message>
    <message>
        <source>The list has no request of this session before it. Select two to compare them.</source>
        <translation>一覧に、このセッションの以前のリクエストがありません。2 件選択して比較してください。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>What is to be remembered about this request; the filter finds it.</source>
        <translation>このリクエストについて覚えておきたいこと。フィルターで検索できます。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestDetailPane</name>
    <message>
        <source>Select a request to see what was asked, who answered and how long it took.</source>
        <translation>リクエストを選択すると、要求の内容、応答元、所要時間が表示されます。</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>リクエストをキャンセル</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Cancel the running request (Ctrl+.)</source>
        <translation>実行中のリクエストをキャンセル (Ctrl+.)</translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation>ルーティングの理由</translation>
    </message>
    <message>
        <source>Shows in the simulator which rules, keys and targets decide about this request</source>
        <translation>どのルール、キー、ターゲットがこのリクエストを決めるかをシミュレーターで表示します</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>再送信</translation>
    </message>
    <message>
        <source>Send it to this gateway again (Ctrl+R); Ctrl+Shift+R edits it before</source>
        <translation>このゲートウェイに再送信 (Ctrl+R)。Ctrl+Shift+R で編集してから送信</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare with the request before it of the same session (Ctrl+D)</source>
        <translation>同じセッションの 1 つ前のリクエストと比較 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>形式を選んでコピー</translation>
    </message>
    <message>
        <source>Copy as a program with the local address and a placeholder for the key</source>
        <translation>ローカルアドレスとキーのプレースホルダーを使ったプログラムとしてコピー</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>cURL としてコピー</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Python としてコピー</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>JavaScript としてコピー</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>This request is hidden by the filter.</source>
        <translation>このリクエストはフィルターで非表示になっています。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>リクエストの各部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>タイミング</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>生データ</translation>
    </message>
    <message>
        <source>The details of this request could not be read: %1</source>
        <translation>このリクエストの詳細を読み取れませんでした: %1</translation>
    </message>
    <message>
        <source>The request has not been read yet.</source>
        <translation>リクエストはまだ読み込まれていません。</translation>
    </message>
    <message>
        <source>Copied without a body: none was stored.</source>
        <translation>本文なしでコピーしました。本文は保存されていません。</translation>
    </message>
    <message>
        <source>Copied with the part of the body that was stored.</source>
        <translation>保存されている部分の本文とともにコピーしました。</translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation>%1 としてコピーしました。</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>リンクをコピーしました。</translation>
    </message>
    <message>
        <source>Its body was not stored as a whole, so it cannot be asked again.</source>
        <translation>本文全体が保存されていないため、再度要求できません。</translation>
    </message>
    <message>
        <source>There is no error to copy.</source>
        <translation>コピーするエラーはありません。</translation>
    </message>
    <message>
        <source>Error copied.</source>
        <translation>エラーをコピーしました。</translation>
    </message>
    <message>
        <source>Id copied.</source>
        <translation>ID をコピーしました。</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1、現地時刻</translation>
    </message>
    <message>
        <source>Copy the id %1</source>
        <translation>ID %1 をコピー</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestTimes</name>
    <message>
        <source>All times</source>
        <translation>すべての期間</translation>
    </message>
    <message>
        <source>Requests by time</source>
        <translation>時間別のリクエスト</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Requests by time as a table</source>
        <translation>時間別のリクエスト、表形式</translation>
    </message>
    <message>
        <source>%1 · %2 requests · %3 failed · %4</source>
        <translation>%1 · リクエスト %2 件 · 失敗 %3 件 · %4</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 トークン</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestToolbar</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Place of the detail (F8)</source>
        <translation>詳細の位置 (F8)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>レート制限</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Pause or resume the list (Space)</source>
        <translation>一覧を一時停止または再開 (Space)</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>リクエストを絞り込む</translation>
    </message>
    <message>
        <source>Filter, for example  cost&gt;5c provider:anthropic</source>
        <translation>絞り込み、例:  cost&gt;5c provider:anthropic</translation>
    </message>
    <message>
        <source>Filter the requests (Ctrl+F): words, or conditions such as cost&gt;5c, state:error, is:fallback, joined by and, or, not and brackets</source>
        <translation>リクエストを絞り込む (Ctrl+F): 単語、または cost&gt;5c、state:error、is:fallback などの条件を and、or、not、括弧で組み合わせます</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>%1 new</source>
        <comment>requests that arrived meanwhile</comment>
        <translation>新着 %1 件</translation>
    </message>
    <message>
        <source>Resume the list: %1</source>
        <translation>一覧を再開: %1</translation>
    </message>
    <message>
        <source>Show the newest requests: %1</source>
        <translation>最新のリクエストを表示: %1</translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation>一覧を一時停止</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>保存したフィルター</translation>
    </message>
    <message>
        <source>Group by session</source>
        <translation>セッションでまとめる</translation>
    </message>
    <message>
        <source>What was said is not searched. Settings, “Storage and privacy”, switches that on.</source>
        <translation>内容は検索されません。設定の「保存とプライバシー」でオンにできます。</translation>
    </message>
    <message>
        <source> (%1 of the stored requests are searched so far)</source>
        <translation> (これまでに保存済みリクエストの %1 を検索できます)</translation>
    </message>
    <message>
        <source>By time</source>
        <comment>the order of the list that a click brings back</comment>
        <translation>時刻順</translation>
    </message>
    <message>
        <source>The list is sorted by a column. Back to the newest requests (End)</source>
        <translation>リストは列で並べ替えられています。最新のリクエストに戻る (End)</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation>リクエスト、新しい順</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>ツールを接続</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターをクリア</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>リクエストを絞り込む</translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation>最新のリクエストへ移動</translation>
    </message>
    <message>
        <source>Pause or resume the list</source>
        <translation>一覧を一時停止または再開</translation>
    </message>
    <message>
        <source>Change the place of the detail</source>
        <translation>詳細の位置を変更</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧の価格に戻す</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 / %2 件のリクエスト</translation>
    </message>
    <message>
        <source>No request matches. %1 are stored.</source>
        <translation>一致するリクエストはありません。%1 件が保存されています。</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Point a tool at %1</source>
        <translation>リクエストは始まるとここに表示されます。ツールの接続先を %1 にしてください</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Nothing is listening now: %1</source>
        <translation>リクエストは始まるとここに表示されます。現在は待ち受けていません: %1</translation>
    </message>
    <message>
        <source>Requests appear here as they start. The gateway is stopped.</source>
        <translation>リクエストは始まるとここに表示されます。ゲートウェイは停止しています。</translation>
    </message>
    <message>
        <source>The stored requests could not be read: %1. New ones are still shown.</source>
        <translation>保存済みのリクエストを読み取れませんでした: %1。新しいものは引き続き表示されます。</translation>
    </message>
    <message>
        <source>The last request could not be stored. It still went through.</source>
        <translation>最後のリクエストを保存できませんでしたが、処理は完了しています。</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored. They still went through.</source>
        <translation>
            <numerusform>最後の %n 件のリクエストを保存できませんでしたが、処理は完了しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last request could not be stored: %1. It still went through.</source>
        <translation>最後のリクエストを保存できませんでした: %1。処理は完了しています。</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored: %1. They still went through.</source>
        <translation>
            <numerusform>最後の %n 件のリクエストを保存できませんでした: %1。処理は完了しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests cannot be stored: %1. They still go through.</source>
        <translation>リクエストを保存できません: %1。処理は続いています。</translation>
    </message>
    <message>
        <source>Show requests by time</source>
        <translation>リクエストを時間別に表示</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>%1 / %2 件のセッション</translation>
    </message>
    <message>
        <source>Group requests by session</source>
        <translation>リクエストをセッションでまとめる</translation>
    </message>
    <message>
        <source>Sessions, newest first</source>
        <translation>セッション、新しい順</translation>
    </message>
    <message>
        <source>Close session</source>
        <translation>セッションを閉じる</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>セッションを開く</translation>
    </message>
    <message>
        <source>Show only this session</source>
        <translation>このセッションだけを表示</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>これだけを表示</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>時間の長い順</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>トークンの多い順</translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation>費用の高い順</translation>
    </message>
    <message>
        <source>Requests, sorted by a column</source>
        <translation>リクエスト、列で並べ替え</translation>
    </message>
</context>
<context>
    <name>ui::pages::ResilienceForm</name>
    <message>
        <source>Tell the client</source>
        <translation>クライアントに知らせる</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>応答が同じなら続ける</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>どのような場合も続ける</translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>フォールバックを並行して開始するまで</translation>
    </message>
    <message>
        <source>Start the fallback beside a slow target</source>
        <translation>遅いターゲットと並行してフォールバックを開始</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>最初のトークンがないときにフォールバックを開始するまでの秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>ストリームが途切れたとき</translation>
    </message>
    <message>
        <source>The request runs again. Where the new answer repeats what the client already has, the stream simply goes on. Where it differs, the client hears of the break, or the target is asked to go on from what the client has: models that refuse that are not asked.</source>
        <translation>リクエストをもう一度実行します。新しい応答がクライアントの受信済みの内容と同じなら、ストリームはそのまま続きます。異なる場合は、中断をクライアントに知らせるか、受信済みの内容から続けるようターゲットに求めます。これを拒否するモデルには求めません。</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>開始が遅いとき</translation>
    </message>
    <message>
        <source>The first token wins and the other one is cancelled. Models that usually think for longer get more time by themselves.</source>
        <translation>最初のトークンが先に届いた方を採用し、もう一方はキャンセルします。通常長く思考するモデルには、自動的に長めの時間が与えられます。</translation>
    </message>
    <message>
        <source>Wait when asked, up to</source>
        <translation>求められたときの待機、最長</translation>
    </message>
    <message>
        <source>A provider that asks for a longer wait (Retry-After) is not waited for: the fallback takes over at once.</source>
        <translation>これより長い待機 (Retry-After) を求めるプロバイダーは待たず、すぐにフォールバックが引き継ぎます。</translation>
    </message>
    <message>
        <source>For all routes, in force at once. Retries and their waits belong to each provider: Providers, Network and limits.</source>
        <translation>すべてのルートに適用され、すぐに有効になります。再試行とその待機は各プロバイダーの「プロバイダー」、「ネットワークと制限」で設定します。</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>すぐに送信</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>最初のトークンを保留:</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>最後まで保留</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>保留するトークン数</translation>
    </message>
    <message>
        <source>Mind how targets fare</source>
        <translation>ターゲットの状況を考慮する</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>保留中の内容は、気づかれずに別のターゲットのものに替えられます。</translation>
    </message>
    <message>
        <source>Draws by weight</source>
        <translation>重みによる抽選</translation>
    </message>
    <message>
        <source>Fast, cheap and healthy targets with room in their rate limits are drawn more often than their weight says. “Why here?” tells how much.</source>
        <translation>速く、安く、正常で、レート制限に余裕のあるターゲットは、重みより高い頻度で選ばれます。どれだけ高いかは「ルーティングの理由」で確認できます。</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteCareForm</name>
    <message>
        <source>Patience and care</source>
        <translation>待ち時間と対処</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>通常どおり</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>接続の時間制限</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>最初のバイトの時間制限</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>最初のトークンの時間制限</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>無通信の上限</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>応答全体の時間制限</translation>
    </message>
    <message>
        <source>As for all routes</source>
        <translation>すべてのルートと同じ</translation>
    </message>
    <message>
        <source>Tell the client</source>
        <translation>クライアントに知らせる</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>応答が同じなら続ける</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>どのような場合も続ける</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>待つ</translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>フォールバックを並行して開始するまで</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>最初のトークンがないときにフォールバックを開始するまでの秒数</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>すぐに送信</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>最初のトークンを保留:</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>最後まで保留</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>保留するトークン数</translation>
    </message>
    <message>
        <source>By weight only</source>
        <translation>重みのみ</translation>
    </message>
    <message>
        <source>By weight and how targets fare</source>
        <translation>重みとターゲットの状況</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>ストリームが途切れたとき</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>開始が遅いとき</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>保留中の内容は、気づかれずに別のターゲットのものに替えられます。</translation>
    </message>
    <message>
        <source>Targets are drawn</source>
        <translation>ターゲットの抽選</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteEditor</name>
    <message>
        <source>On</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation>ルールは有効</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>Near the budget, go small</source>
        <translation>予算が近いときは小さいモデル</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>式</translation>
    </message>
    <message>
        <source>empty: every request</source>
        <translation>空欄: すべてのリクエスト</translation>
    </message>
    <message>
        <source>Edit as a rule</source>
        <translation>ルールとして編集</translation>
    </message>
    <message>
        <source>Tools that ask for this name get a target below. It is in the lists of models.</source>
        <translation>この名前を要求したツールには、下のいずれかのターゲットが使われます。名前はモデルの一覧に表示されます。</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>転送先</translation>
    </message>
    <message>
        <source>One of them is drawn for each request, by its share.</source>
        <translation>リクエストごとに、割合に応じて 1 つが選ばれます。</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>ターゲットを追加</translation>
    </message>
    <message>
        <source>If that fails</source>
        <translation>失敗したとき</translation>
    </message>
    <message>
        <source>Asked one after the other, before the client hears of a failure.</source>
        <translation>クライアントに失敗が伝わる前に、順に試します。</translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation>フォールバックを追加</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>これ以上探さない</translation>
    </message>
    <message>
        <source>Ask the rules again with the new names</source>
        <translation>新しい名前でルールを再評価</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>A virtual key</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>A team</source>
        <translation>チーム</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>its id</source>
        <translation>その ID</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>After a match</source>
        <translation>一致した後</translation>
    </message>
    <message>
        <source>For</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>The alias needs a name.</source>
        <translation>エイリアスには名前が必要です。</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>ルールには名前が必要です。</translation>
    </message>
    <message>
        <source>The expression is not complete.</source>
        <translation>式が完成していません。</translation>
    </message>
    <message>
        <source>It needs a target.</source>
        <translation>ターゲットが必要です。</translation>
    </message>
    <message>
        <source>A target needs its model.</source>
        <translation>ターゲットにはモデルの指定が必要です。</translation>
    </message>
    <message>
        <source>A fallback needs its model.</source>
        <translation>フォールバックにはモデルの指定が必要です。</translation>
    </message>
    <message>
        <source>Say for whom the rule is.</source>
        <translation>ルールの対象を指定してください。</translation>
    </message>
    <message>
        <source>There is an alias of this name already.</source>
        <translation>この名前のエイリアスはすでにあります。</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>新しいエイリアス</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新しいルール</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>未保存の変更</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Line %1, character %2</source>
        <translation>%1 行目、%2 文字目</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>%1 文字目</translation>
    </message>
    <message>
        <source>The rule was not saved</source>
        <translation>ルールは保存されませんでした</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteTargetRow</name>
    <message>
        <source>model, as asked for</source>
        <translation>モデル、要求どおり</translation>
    </message>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>上へ移動	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>下へ移動	Alt+Down</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>上限なし</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>最初のトークンの時間制限</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>As asked for</source>
        <translation>要求どおり</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>ターゲット %1</translation>
    </message>
    <message>
        <source>fallback %1</source>
        <translation>フォールバック %1</translation>
    </message>
    <message>
        <source>Provider of %1</source>
        <translation>%1 のプロバイダー</translation>
    </message>
    <message>
        <source>Model of %1</source>
        <translation>%1 のモデル</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>%1 のキー</translation>
    </message>
    <message>
        <source>Move or remove %1</source>
        <translation>%1 を移動または削除</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>%1 の割合</translation>
    </message>
    <message>
        <source>First token of %1 within</source>
        <translation>%1 の最初のトークンの時間制限</translation>
    </message>
    <message>
        <source>%1 (not set up)</source>
        <translation>%1 (未設定)</translation>
    </message>
    <message>
        <source>a key that is gone</source>
        <translation>すでに存在しないキー</translation>
    </message>
    <message>
        <source>Drag it to another place</source>
        <translation>別の位置にドラッグ</translation>
    </message>
</context>
<context>
    <name>ui::pages::RoutesPage</name>
    <message>
        <source>Routes</source>
        <translation>ルーティング</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>シミュレーター</translation>
    </message>
    <message>
        <source>Show or hide the simulator</source>
        <translation>シミュレーターの表示を切り替え</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新しいルール</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>新しいエイリアス</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>このページの各部分</translation>
    </message>
    <message>
        <source>Aliases and rules</source>
        <translation>エイリアスとルール</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>稼働状況</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>問題が起きたとき</translation>
    </message>
    <message>
        <source>An alias such as “medium” lets tools ask for a role, not a model. Make one, and change what answers without touching the tools.</source>
        <translation>「medium」のようなエイリアスがあれば、ツールはモデルではなく役割を要求できます。エイリアスを作成すると、ツールに触れずに応答元を変えられます。</translation>
    </message>
    <message>
        <source>A rule does the same for everything that you can say of a request: its tool, a header, the budget that is left. Without both, a request goes to the provider that it names.</source>
        <translation>ルールを使えば、ツール、ヘッダー、残りの予算など、リクエストのあらゆる特徴で同じことができます。どちらもなければ、リクエストは指定されたプロバイダーに送られます。</translation>
    </message>
    <message>
        <source>Make an alias</source>
        <translation>エイリアスを作成</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>ルールを作成</translation>
    </message>
    <message>
        <source>Aliases and rules, the first that matches decides</source>
        <translation>エイリアスとルール、最初に一致したものが決定</translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es)</source>
        <translation>
            <numerusform>エイリアス %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>ルール %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Health (%1)</source>
        <translation>稼働状況 (%1)</translation>
    </message>
    <message>
        <source>Discard what was not saved?</source>
        <translation>未保存の内容を破棄しますか?</translation>
    </message>
    <message>
        <source>The rule in the editor has changes that are not in force.</source>
        <translation>エディターのルールに、まだ有効になっていない変更があります。</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>編集を続ける</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>The order was not changed</source>
        <translation>順序は変更されませんでした</translation>
    </message>
    <message>
        <source>The rule was not switched</source>
        <translation>ルールは切り替えられませんでした</translation>
    </message>
    <message>
        <source>The rule was not removed</source>
        <translation>ルールは削除されませんでした</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>上へ移動	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>下へ移動	Alt+Down</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>ui::pages::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>保存したフィルター</translation>
    </message>
    <message>
        <source>Remove a saved filter</source>
        <translation>保存したフィルターを削除</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>このフィルターを保存…</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>このフィルターを保存</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>フィルターの名前</translation>
    </message>
</context>
<context>
    <name>ui::pages::SelectionSummary</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare the two requests</source>
        <translation>2 件のリクエストを比較</translation>
    </message>
    <message>
        <source>Compare the two requests (Ctrl+D)</source>
        <translation>2 件のリクエストを比較 (Ctrl+D)</translation>
    </message>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>リクエスト %n 件を選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count, share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>入力トークン</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>うちキャッシュ</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>出力トークン</translation>
    </message>
    <message>
        <source>Without token counts</source>
        <translation>トークン数なし</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>価格なし</translation>
    </message>
    <message>
        <source>First started</source>
        <translation>最初の開始</translation>
    </message>
    <message>
        <source>Last started</source>
        <translation>最後の開始</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>%1 sessions selected</source>
        <translation>%1 件のセッションを選択中</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
</context>
<context>
    <name>ui::pages::SettingsPage</name>
    <message>
        <source>Bilrost listens there now. No program on this computer named the port of before.</source>
        <translation>Bilrost は新しいポートで待ち受けています。このコンピューターに以前のポートを指定しているプログラムはありません。</translation>
    </message>
    <message>
        <source>Bilrost listens there now. These programs still name the port of before: %1.</source>
        <translation>Bilrost は新しいポートで待ち受けています。次のプログラムはまだ以前のポートを指定しています: %1。</translation>
    </message>
    <message>
        <source>Running requests go on. Connected programs have to be told.</source>
        <translation>実行中のリクエストは続行します。接続中のプログラムには知らせる必要があります。</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>待ち受けていません</translation>
    </message>
    <message>
        <source>%1 requests, %2</source>
        <translation>リクエスト %1 件、%2</translation>
    </message>
    <message>
        <source>No setting matches “%1”.</source>
        <translation>「%1」に一致する設定はありません。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>設定のセクション</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation>変更はすぐに有効になります。</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Find a setting…</source>
        <translation>設定を検索…</translation>
    </message>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>The window changes at once; requests go on.</source>
        <translation>ウィンドウはすぐに切り替わり、リクエストは続行します。</translation>
    </message>
    <message>
        <source>Start Bilrost when I log in</source>
        <translation>ログイン時に Bilrost を起動</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Off until you ask for it. Off again, nothing of it is left behind.</source>
        <translation>ここで有効にするまでオフです。オフに戻すと何も残りません。</translation>
    </message>
    <message>
        <source>autostart, login, boot</source>
        <translation>自動起動, ログイン, ブート</translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation>ウィンドウを開かずトレイで起動</translation>
    </message>
    <message>
        <source>autostart, hidden</source>
        <translation>自動起動, 非表示</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>毎回確認</translation>
    </message>
    <message>
        <source>Hide, and keep the gateway running</source>
        <translation>隠してゲートウェイを実行し続ける</translation>
    </message>
    <message>
        <source>Quit, and stop the gateway</source>
        <translation>終了してゲートウェイを停止</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>ウィンドウを閉じたとき</translation>
    </message>
    <message>
        <source>Hiding needs a system tray; without one, closing quits.</source>
        <translation>隠すにはシステムトレイが必要です。ない場合、閉じると終了します。</translation>
    </message>
    <message>
        <source>tray, minimise, exit</source>
        <translation>トレイ, 最小化, 終了</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>“Like the system” follows the desktop as it changes between light, dark and high contrast.</source>
        <translation>「システムに合わせる」では、デスクトップのライト、ダーク、ハイコントラストの切り替えに従います。</translation>
    </message>
    <message>
        <source>colour, night mode, accessibility</source>
        <translation>色, ナイトモード, アクセシビリティ</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>ゲートウェイ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Usually only this computer reaches it; --host says otherwise.</source>
        <translation>通常はこのコンピューターからのみ接続できます。--host で変更できます。</translation>
    </message>
    <message>
        <source>url, host, endpoint</source>
        <translation>url, ホスト, エンドポイント, host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>このポートを使用</translation>
    </message>
    <message>
        <source>Show these programs</source>
        <translation>これらのプログラムを表示</translation>
    </message>
    <message>
        <source>listen, address, busy</source>
        <translation>待ち受け, アドレス, 使用中</translation>
    </message>
    <message>
        <source>Storage and privacy</source>
        <translation>保存とプライバシー</translation>
    </message>
    <message>
        <source>Store of each request</source>
        <translation>リクエストごとの保存内容</translation>
    </message>
    <message>
        <source>What prompts and answers say is kept only where this says so. A change counts from the next request on; secrets are masked before anything is kept.</source>
        <translation>プロンプトと応答の内容は、ここで指定した場合にのみ保存されます。変更は次のリクエストから有効です。秘密情報は保存前に伏せられます。</translation>
    </message>
    <message>
        <source>capture, body, recording, prompts, logging</source>
        <translation>取得, 本文, 記録, プロンプト, ログ</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>現在の保存量</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>データフォルダー</translation>
    </message>
    <message>
        <source>config.sqlite3 is small and precious; history.sqlite3 may be deleted while Bilrost is not running.</source>
        <translation>config.sqlite3 は小さいものの重要です。history.sqlite3 は Bilrost を実行していないときに削除できます。</translation>
    </message>
    <message>
        <source>where, files, database, backup</source>
        <translation>場所, ファイル, データベース, バックアップ</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>データフォルダー</translation>
    </message>
    <message>
        <source>Provider keys</source>
        <translation>プロバイダーのキー</translation>
    </message>
    <message>
        <source>keychain, secrets, vault</source>
        <translation>キーチェーン, 秘密情報, 保管庫</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>notification, message, alert</source>
        <translation>通知, メッセージ, 警告</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>通知する状況</translation>
    </message>
    <message>
        <source>A provider fails or cannot be reached</source>
        <translation>プロバイダーが失敗した、または接続できない</translation>
    </message>
    <message>
        <source>It answers again</source>
        <translation>プロバイダーが応答を再開した</translation>
    </message>
    <message>
        <source>A provider rejects its key</source>
        <translation>プロバイダーがキーを拒否した</translation>
    </message>
    <message>
        <source>A request failed because every target had failed</source>
        <translation>すべてのターゲットが失敗してリクエストが失敗した</translation>
    </message>
    <message>
        <source>A virtual key comes near its budget, or has spent it</source>
        <translation>仮想キーが予算に近づいた、または使い切った</translation>
    </message>
    <message>
        <source>Never more than one in a minute for the same cause, and none while you look at this window.</source>
        <translation>同じ原因の通知は 1 分に 1 回までで、このウィンドウを見ている間は通知しません。</translation>
    </message>
    <message>
        <source>Where it is more, bodies go first and then requests, the oldest of each. The totals of Usage stay.</source>
        <translation>これを超えると、まず本文、次にリクエストが、それぞれ古いものから削除されます。「使用量」の合計は残ります。</translation>
    </message>
    <message>
        <source>Addresses such as https://chat.example.com, with commas between them; * stands for one label. Programs need no entry.</source>
        <translation>https://chat.example.com のようなアドレスをコンマで区切ります。* はドメインの 1 区切りを表します。プログラムの登録は不要です。</translation>
    </message>
    <message>
        <source> day</source>
        <translation> 日</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>Days that requests are kept</source>
        <translation>リクエストの保持日数</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Keep requests</source>
        <translation>リクエストの保持</translation>
    </message>
    <message>
        <source>Older ones are deleted with their bodies. Pinned ones stay, and what was used and what it cost stays counted.</source>
        <translation>これより古いものは本文とともに削除されます。ピン留めしたものは残り、使用量と費用は引き続き集計されます。</translation>
    </message>
    <message>
        <source>retention, age, delete, clean, trim</source>
        <translation>保持, 期間, 削除, 整理</translation>
    </message>
    <message>
        <source>Most space of stored requests</source>
        <translation>保存済みリクエストの最大容量</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>上限なし</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Use these limits</source>
        <translation>この制限を使用</translation>
    </message>
    <message>
        <source>In at most</source>
        <translation>最大容量</translation>
    </message>
    <message>
        <source>retention, size, disk, space, delete</source>
        <translation>保持, サイズ, ディスク, 容量, 削除</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>最大のリクエスト</translation>
    </message>
    <message>
        <source>What is larger is refused with 413.</source>
        <translation>これより大きいものは 413 で拒否されます。</translation>
    </message>
    <message>
        <source>body, upload, limit, size</source>
        <translation>本文, アップロード, 制限, サイズ</translation>
    </message>
    <message>
        <source>Web pages that may ask</source>
        <translation>要求を許可する Web ページ</translation>
    </message>
    <message>
        <source>only those of this computer</source>
        <translation>このコンピューターのもののみ</translation>
    </message>
    <message>
        <source>cors, origin, browser</source>
        <translation>cors, オリジン, ブラウザー</translation>
    </message>
    <message>
        <source>Make prompts and answers searchable</source>
        <translation>プロンプトと回答を検索できるようにする</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>full text, index, find, prompt, body, fts</source>
        <translation>全文, 索引, 検索, プロンプト, 本文</translation>
    </message>
    <message>
        <source>The filter of the requests then knows text:word. The index takes space in the history; switched off again, it is deleted.</source>
        <translation>リクエストのフィルターで text:単語 が使えるようになります。索引は履歴の容量を使い、オフにすると削除されます。</translation>
    </message>
    <message>
        <source>%1 of the stored requests can be searched; the others follow in the background.</source>
        <translation>保存済みリクエストの %1 を検索できます。残りは裏で続きます。</translation>
    </message>
    <message>
        <source>All stored requests can be searched: text:word in the filter of the requests.</source>
        <translation>保存済みのすべてのリクエストを検索できます。リクエストのフィルターに text:単語 と入力します。</translation>
    </message>
    <message>
        <source>Delete %1 requests, %2?</source>
        <translation>%1 件のリクエスト (%2) を削除しますか?</translation>
    </message>
    <message>
        <source>Prompts, answers and figures of each go and cannot be brought back. Pinned requests stay, and so do the totals of Usage.</source>
        <translation>各リクエストのプロンプト、回答、数値が削除され、元に戻せません。ピン留めしたリクエストと「使用量」の合計は残ります。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>削除しています…</translation>
    </message>
    <message>
        <source>%1 requests were deleted. The file shrinks in the background.</source>
        <translation>%1 件のリクエストを削除しました。ファイルはバックグラウンドで小さくなります。</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>すべて削除…</translation>
    </message>
    <message>
        <source>Delete all stored requests</source>
        <translation>保存済みリクエストをすべて削除</translation>
    </message>
    <message>
        <source>history, size, disk, clear, delete, forget</source>
        <translation>履歴, サイズ, ディスク, 消去, 削除</translation>
    </message>
</context>
<context>
    <name>ui::pages::SimulatorPane</name>
    <message>
        <source>Request to simulate</source>
        <translation>シミュレートするリクエスト</translation>
    </message>
    <message>
        <source>Pretend</source>
        <translation>仮定</translation>
    </message>
    <message>
        <source>Pretend that providers are offline or keys limited</source>
        <translation>プロバイダーのオフラインやキーの制限を仮定</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>シミュレート</translation>
    </message>
    <message>
        <source>Ctrl+Enter. Nothing is sent.</source>
        <translation>Ctrl+Enter。何も送信されません。</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>シミュレーター</translation>
    </message>
    <message>
        <source>Paste a curl command, an HTTP request or a JSON body, and see which rules, keys and targets decide. Nothing is sent to any provider.</source>
        <translation>curl コマンド、HTTP リクエスト、または JSON の本文を貼り付けると、どのルール、キー、ターゲットで決まるかがわかります。プロバイダーには何も送信されません。</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>ルーティングの理由</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>何も送信されていません</translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation>説明をコピー</translation>
    </message>
    <message>
        <source>Why here, step by step</source>
        <translation>ルーティングの理由、段階ごと</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 はオフライン</translation>
    </message>
    <message>
        <source>Key %1 of %2 is limited</source>
        <translation>%2 のキー %1 は制限中</translation>
    </message>
    <message>
        <source>There is no provider yet</source>
        <translation>プロバイダーはまだありません</translation>
    </message>
    <message>
        <source>Pretend (%1)</source>
        <translation>仮定 (%1)</translation>
    </message>
</context>
<context>
    <name>ui::pages::StreamTab</name>
    <message>
        <source>Events of the stream</source>
        <translation>ストリームのイベント</translation>
    </message>
    <message>
        <source>Text of the event</source>
        <translation>イベントのテキスト</translation>
    </message>
    <message>
        <source>The events are shown when the request has ended. Conversation follows it live.</source>
        <translation>イベントはリクエストの終了後に表示されます。「会話」ではリアルタイムに確認できます。</translation>
    </message>
    <message>
        <source>The answer came in one piece, not as a stream.</source>
        <translation>応答はストリームではなく一括で届きました。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the events out.</source>
        <translation>集計値のみ保存されました。当時の取得レベルではイベントは対象外でした。</translation>
    </message>
    <message>
        <source>The stream ended before its first event.</source>
        <translation>最初のイベントの前にストリームが終了しました。</translation>
    </message>
</context>
<context>
    <name>ui::pages::TimingTab</name>
    <message>
        <source>Timing</source>
        <translation>タイミング</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>応答のタイミング</translation>
    </message>
    <message>
        <source>Times are shown when the request has ended.</source>
        <translation>時間はリクエストの終了後に表示されます。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>合計 %1</translation>
    </message>
    <message>
        <source>Nothing was measured: the request was not sent to a provider.</source>
        <translation>計測値はありません。リクエストはプロバイダーに送信されていません。</translation>
    </message>
</context>
<context>
    <name>ui::pages::UsagePage</name>
    <message>
        <source>Save usage</source>
        <translation>使用量を保存</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>コンマ区切り (*.csv)</translation>
    </message>
    <message>
        <source>Picture of the bars (*.png *.svg)</source>
        <translation>グラフの画像 (*.png *.svg)</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1、現地時刻</translation>
    </message>
    <message>
        <source>Nothing was used in this span.</source>
        <translation>この期間の使用はありません。</translation>
    </message>
    <message>
        <source>Spend appears after the first request. Totals stay for ever, also after requests are deleted.</source>
        <translation>支出は最初のリクエストの後に表示されます。合計はリクエストを削除した後もずっと残ります。</translation>
    </message>
    <message>
        <source>✓ same total</source>
        <translation>✓ 合計が一致</translation>
    </message>
    <message>
        <source>Totals differ by %1, report this</source>
        <translation>合計が %1 異なります。ご報告ください</translation>
    </message>
    <message numerus="yes">
        <source>%n answers were cut: at least</source>
        <translation>
            <numerusform>%n 件の応答が途中で切れました: 最低額</numerusform>
        </translation>
    </message>
    <message>
        <source>without what has no price</source>
        <translation>価格のないものを除く</translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>すべてに価格があります</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>試行 %1 回</translation>
    </message>
    <message>
        <source>%1 of the input read from cache</source>
        <translation>入力の %1 をキャッシュから読み取り</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>リクエスト %1 件</translation>
    </message>
    <message>
        <source>tries, not in any sum</source>
        <translation>件の試行、どの合計にも含まれません</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>不足なし</translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation>プロバイダー別の支出</translation>
    </message>
    <message>
        <source>Tokens by provider</source>
        <translation>プロバイダー別のトークン</translation>
    </message>
    <message>
        <source>Requests by provider</source>
        <translation>プロバイダー別のリクエスト</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>at this pace about %1 by %2</source>
        <translation>このペースで %2 までに約 %1</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>ファイルを保存できませんでした: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1、費用不明の試行 %n 件を除く</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用量</translation>
    </message>
    <message>
        <source>The span before</source>
        <translation>前の期間</translation>
    </message>
    <message>
        <source>The span before ([)</source>
        <translation>前の期間 ([)</translation>
    </message>
    <message>
        <source>The span after</source>
        <translation>次の期間</translation>
    </message>
    <message>
        <source>The span after (])</source>
        <translation>次の期間 (])</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>週</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV を保存…</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>数値を CSV で保存</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>価格なし</translation>
    </message>
    <message>
        <source>Alias or model</source>
        <translation>エイリアスまたはモデル</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>By configured model</source>
        <translation>設定モデル別</translation>
    </message>
    <message>
        <source>what your tools asked for</source>
        <translation>ツールが要求したもの</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>プロバイダー別</translation>
    </message>
    <message>
        <source>who was paid</source>
        <translation>支払先</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>モデル別</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>キー別</translation>
    </message>
    <message>
        <source>By virtual key</source>
        <translation>仮想キー別</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>クライアント別</translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation>日付…</translation>
    </message>
    <message>
        <source>The figures of the charts (T)</source>
        <translation>グラフの数値 (T)</translation>
    </message>
    <message>
        <source>Saved by caching</source>
        <translation>キャッシュによる節約</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>積み上げ棒グラフ</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折れ線グラフ</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>毎日</translation>
    </message>
    <message numerus="yes">
        <source>last %n weeks</source>
        <translation>
            <numerusform>直近 %n 週間</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>応答までの時間</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>応答全体</translation>
    </message>
    <message>
        <source>Time to answer by provider</source>
        <translation>プロバイダー別の応答までの時間</translation>
    </message>
    <message>
        <source>Tokens by kind</source>
        <translation>種類別のトークン</translation>
    </message>
    <message>
        <source>Failed requests by provider</source>
        <translation>プロバイダー別の失敗したリクエスト</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>これらのリクエストを表示</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>最初のトークンまでの時間</translation>
    </message>
    <message>
        <source>Time to the whole answer</source>
        <translation>応答全体までの時間</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>プロバイダーなし</translation>
    </message>
    <message>
        <source>no token came from a cache</source>
        <translation>キャッシュからのトークンなし</translation>
    </message>
    <message>
        <source>without a price of fresh input</source>
        <translation>新規入力の価格なし</translation>
    </message>
    <message>
        <source>What tokens from the cache cost, and would have cost as fresh input</source>
        <translation>キャッシュのトークンの費用と、新規入力だった場合の費用</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%2 のところ %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::VirtualKeysPage</name>
    <message>
        <source>Virtual keys</source>
        <translation>仮想キー</translation>
    </message>
    <message>
        <source>Require a key</source>
        <translation>キーを必須にする</translation>
    </message>
    <message>
        <source>Refuse requests that show no virtual key</source>
        <translation>仮想キーを提示しないリクエストを拒否する</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Edit the selected key</source>
        <translation>選択したキーを編集</translation>
    </message>
    <message>
        <source>New value…</source>
        <translation>新しい値…</translation>
    </message>
    <message>
        <source>Give the selected key a new value</source>
        <translation>選択したキーに新しい値を付ける</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Turn the selected key off or on</source>
        <translation>選択したキーの有効と無効を切り替え</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>新しい仮想キー</translation>
    </message>
    <message>
        <source>Without keys every program on this computer may use your providers. Make a key for each tool to see and limit what it uses.</source>
        <translation>仮想キーがなければ、このコンピューターのすべてのプログラムがお使いのプロバイダーを利用できます。ツールごとにキーを作成すると、使用量の確認と制限ができます。</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>キーを作成</translation>
    </message>
    <message>
        <source>Make the first virtual key</source>
        <translation>最初の仮想キーを作成</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>キー %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>、上限到達 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>有効にする</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The virtual key was not saved</source>
        <translation>仮想キーは保存されませんでした</translation>
    </message>
    <message>
        <source>Give “%1” a new value?</source>
        <translation>「%1」に新しい値を付けますか?</translation>
    </message>
    <message>
        <source>Tools that have the present value need the new one. You can let the present value work for another day, or end it now.</source>
        <translation>現在の値を持つツールには新しい値が必要です。現在の値をもう 1 日使えるようにするか、今すぐ無効にできます。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Keep the old one for a day</source>
        <translation>古い値を 1 日維持</translation>
    </message>
    <message>
        <source>End the old one now</source>
        <translation>古い値を今すぐ無効化</translation>
    </message>
    <message>
        <source>The key has no new value</source>
        <translation>キーの値は変わっていません</translation>
    </message>
    <message>
        <source>The virtual key was not deleted</source>
        <translation>仮想キーは削除されませんでした</translation>
    </message>
    <message>
        <source>The setting was not saved</source>
        <translation>設定は保存されませんでした</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編集…</translation>
    </message>
    <message>
        <source>Copy the beginning of the value</source>
        <translation>値の先頭をコピー</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>このページの各部</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Teams and customers</source>
        <translation>チームと顧客</translation>
    </message>
    <message>
        <source>Teams and customers…</source>
        <translation>チームと顧客…</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Show the value…</source>
        <translation>値を表示…</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>キー %1</translation>
    </message>
    <message>
        <source>The value cannot be had</source>
        <translation>値を取得できません</translation>
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
        <translation>一致するものはありません。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Command or name</source>
        <translation>コマンドまたは名前</translation>
    </message>
    <message>
        <source>Page, command or name; &gt; @ # / narrow it</source>
        <translation>ページ、コマンド、名前。&gt; @ # / で絞り込み</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>一致するもの</translation>
    </message>
</context>
<context>
    <name>ui::shell::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1、処理中 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, needs a look</source>
        <translation>%1、要確認</translation>
    </message>
</context>
<context>
    <name>ui::shell::StateBlock</name>
    <message>
        <source>Copy the address of the gateway</source>
        <translation>ゲートウェイのアドレスをコピー</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>アドレスなし</translation>
    </message>
</context>
<context>
    <name>ui::shell::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>%1 で待ち受け中</translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>処理中 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Capture level: %1</source>
        <translation>取得レベル: %1</translation>
    </message>
    <message>
        <source>What is stored of each request. A change counts from the next request on.</source>
        <translation>リクエストごとに保存する内容です。変更は次のリクエストから有効です。</translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>spent</comment>
        <translation>本日 %1</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message numerus="yes">
        <source>Without %n tries of unknown cost.</source>
        <translation>
            <numerusform>費用不明の試行 %n 件を除きます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent since midnight, local time: %1</source>
        <translation>午前 0 時 (現地時刻) 以降の支出: %1</translation>
    </message>
    <message>
        <source>Requests stored: %1</source>
        <translation>保存済みリクエスト: %1</translation>
    </message>
    <message>
        <source>Requests not stored: %1</source>
        <translation>未保存リクエスト: %1</translation>
    </message>
    <message>
        <source>They were answered, but the store could not keep up.</source>
        <translation>応答は完了していますが、保存が追いつきませんでした。</translation>
    </message>
    <message>
        <source>%1. The requests were answered all the same.</source>
        <translation>%1。リクエストへの応答は完了しています。</translation>
    </message>
</context>
<context>
    <name>ui::shell::UndoBar</name>
    <message>
        <source>Provider “%1” removed</source>
        <translation>プロバイダー「%1」を削除しました</translation>
    </message>
    <message>
        <source>Requests for “%1/…” are refused.</source>
        <translation>「%1/…」へのリクエストは拒否されます。</translation>
    </message>
    <message>
        <source>Key “%1” removed</source>
        <translation>キー「%1」を削除しました</translation>
    </message>
    <message>
        <source>Rule “%1” removed</source>
        <translation>ルール「%1」を削除しました</translation>
    </message>
    <message>
        <source>Alias “%1” removed</source>
        <translation>エイリアス「%1」を削除しました</translation>
    </message>
    <message>
        <source>Tools that ask for it get an error until something else serves that name.</source>
        <translation>この名前に別のものが応答するまで、要求したツールはエラーを受け取ります。</translation>
    </message>
    <message>
        <source>Virtual key “%1” deleted</source>
        <translation>仮想キー「%1」を削除しました</translation>
    </message>
    <message>
        <source>Tools that show it are refused.</source>
        <translation>提示したツールは拒否されます。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>Not undone</source>
        <translation>元に戻せませんでした</translation>
    </message>
    <message>
        <source>Limit of %1 deleted</source>
        <comment>an amount and its window</comment>
        <translation>上限 %1 を削除しました</translation>
    </message>
    <message>
        <source>%1: nothing is refused because of it any more.</source>
        <comment>whose limit</comment>
        <translation>%1: この上限による拒否はなくなります。</translation>
    </message>
    <message>
        <source>Team “%1” deleted</source>
        <translation>チーム「%1」を削除しました</translation>
    </message>
    <message>
        <source>Its keys stay, without its limits.</source>
        <translation>そのキーは残り、上限はなくなります。</translation>
    </message>
    <message>
        <source>Customer “%1” deleted</source>
        <translation>顧客「%1」を削除しました</translation>
    </message>
    <message>
        <source>Its teams and keys stay, without its limits.</source>
        <translation>そのチームとキーは残り、上限はなくなります。</translation>
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
        <translation>試行 %1: %2、%3、%4。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行</translation>
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
        <translation>対応が必要なものはありません。</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ChartPanel</name>
    <message>
        <source>Save chart</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>図形 (*.svg)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>コンマ区切り (*.csv)</translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation>このグラフの操作</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>数値をコピー</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1、表形式</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>ファイルを保存できませんでした: %1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ExpressionEdit</name>
    <message>
        <source>Names that fit</source>
        <translation>一致する名前</translation>
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
        <translation>ここに入力できるもの</translation>
    </message>
</context>
<context>
    <name>ui::widgets::LimitField</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MarkBar</name>
    <message>
        <source>Edit comment…</source>
        <translation>コメントを編集…</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>元のリクエストを表示</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>元のリクエストと比較</translation>
    </message>
    <message>
        <source>Pinned: it stays when old requests are cleared away.</source>
        <translation>ピン留め済み: 古いリクエストの整理時にも残ります。</translation>
    </message>
    <message>
        <source>Repeats %1.</source>
        <translation>%1 の再送。</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation>この部分をコピー</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MinuteBars</name>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1: リクエスト %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1、失敗 %2 件</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the last hour, %1 of them failed</source>
        <translation>
            <numerusform>直近 1 時間のリクエスト %n 件、うち失敗 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>今</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ReadableChart</name>
    <message>
        <source>%1. %2</source>
        <comment>a chart, its current item</comment>
        <translation>%1。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n items. The arrow keys go through them.</source>
        <translation>
            <numerusform>%n 項目。矢印キーで移動できます。</numerusform>
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
        <translation>入力内容を隠す</translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation>入力内容を表示</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SeriesLegend</name>
    <message>
        <source>Series: %1</source>
        <translation>系列: %1</translation>
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
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>warn %1</source>
        <comment>an amount</comment>
        <translation>警告 %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>an amount</comment>
        <translation>約 %1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::StepChart</name>
    <message>
        <source>%1 %2</source>
        <comment>provider, amount</comment>
        <translation>%2年%1</translation>
    </message>
    <message>
        <source>%1: nothing</source>
        <comment>a step of time</comment>
        <translation>%1: なし</translation>
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
        <translation>ステップ %1 / %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TestStepsView</name>
    <message>
        <source>skipped</source>
        <translation>スキップ</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TimingBar</name>
    <message>
        <source>Queue</source>
        <translation>待ち行列</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>失敗した試行</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>最初のトークン</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Our overhead</source>
        <translation>Bilrost の処理時間</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>応答のタイミング</translation>
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
