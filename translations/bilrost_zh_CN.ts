<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AttentionItems</name>
    <message>
        <source>The gateway is not running</source>
        <translation>网关未运行</translation>
    </message>
    <message>
        <source>No program reaches it until it listens.</source>
        <translation>在它开始监听之前，任何程序都无法访问。</translation>
    </message>
    <message>
        <source>Choose a port</source>
        <translation>选择端口</translation>
    </message>
    <message>
        <source>Requests could not be stored</source>
        <translation>有请求未能保存</translation>
    </message>
    <message>
        <source>%1 requests were not stored. They still went through.</source>
        <translation>%1 个请求未保存，但都已正常处理。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>%1 of %2 requests of the last hour failed</source>
        <translation>最近一小时 %2 个请求中有 %1 个失败</translation>
    </message>
    <message>
        <source>No request of the last hour failed</source>
        <translation>最近一小时没有请求失败</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>输入新密钥</translation>
    </message>
    <message>
        <source>Open provider</source>
        <translation>打开提供商</translation>
    </message>
    <message>
        <source>%1 has spent its budget of %2</source>
        <translation>%1 已用完 %2 的预算</translation>
    </message>
    <message>
        <source>%1 has used %2 of its budget</source>
        <translation>%1 已用掉预算的 %2</translation>
    </message>
    <message>
        <source>Its requests are refused</source>
        <translation>其请求会被拒绝</translation>
    </message>
    <message>
        <source>Its requests are refused; free again %1</source>
        <translation>其请求会被拒绝；恢复时间：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>打开密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: %1</source>
        <translation>
            <numerusform>%n 个请求失败：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>打开请求</translation>
    </message>
    <message numerus="yes">
        <source>%n tries of today have no price</source>
        <translation>
            <numerusform>今天有 %n 次尝试没有价格</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in no sum</source>
        <translation>未计入任何总额</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>设置价格</translation>
    </message>
    <message>
        <source>The changed configuration file is not in force</source>
        <translation>已更改的配置文件未生效</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>本机已离线</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>只能访问本机上的提供商。网络恢复后会重试其他提供商。</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose, percent</comment>
        <translation>%1：预算已用 %2</translation>
    </message>
    <message>
        <source>%1: %2 of the limit is used</source>
        <comment>whose, percent</comment>
        <translation>%1：限额已用 %2</translation>
    </message>
    <message>
        <source>Open limit</source>
        <translation>打开限额</translation>
    </message>
    <message>
        <source>%1: the budget of %2 is spent</source>
        <comment>whose, an amount</comment>
        <translation>%1：%2 的预算已用完</translation>
    </message>
    <message>
        <source>%1: the limit is used up</source>
        <comment>whose</comment>
        <translation>%1：限额已用完</translation>
    </message>
</context>
<context>
    <name>ClientFiles</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large for settings.</source>
        <translation>%1 太大，不像是设置文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 is set in the environment, and counts before what is in the file.</source>
        <translation>环境中已设置 %1，它优先于文件中的内容。</translation>
    </message>
    <message>
        <source>%1 was changed since; what you see removed goes too.</source>
        <translation>%1 在此之后被修改过；此处显示为移除的内容也会一并消失。</translation>
    </message>
    <message>
        <source>%1 has changed just now. Nothing was written.</source>
        <translation>%1 刚刚被修改。未写入任何内容。</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>无法移除 %1。</translation>
    </message>
    <message>
        <source>The file is not valid JSON at line %1.</source>
        <translation>文件第 %1 行不是有效的 JSON。</translation>
    </message>
    <message>
        <source>“%1” is not an object in the file.</source>
        <translation>文件中的“%1”不是对象。</translation>
    </message>
    <message>
        <source>The file is not valid TOML at line %1.</source>
        <translation>文件第 %1 行不是有效的 TOML。</translation>
    </message>
    <message>
        <source>“%1” is written there in a way that Bilrost does not change.</source>
        <translation>文件中“%1”的写法不在 Bilrost 可修改的范围内。</translation>
    </message>
</context>
<context>
    <name>ComparisonFacts</name>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
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
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Answered model</source>
        <translation>应答的模型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>其中来自缓存</translation>
    </message>
    <message>
        <source>Written to the cache</source>
        <translation>写入缓存</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>请求大小</translation>
    </message>
    <message>
        <source>Conversion notes</source>
        <translation>转换说明</translation>
    </message>
</context>
<context>
    <name>ConfigurationExport</name>
    <message>
        <source>Export configuration</source>
        <translation>导出配置</translation>
    </message>
    <message>
        <source>Configuration (*.json)</source>
        <translation>配置 (*.json)</translation>
    </message>
    <message>
        <source>The configuration was not exported</source>
        <translation>配置未导出</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The configuration is in %1</source>
        <translation>配置已保存到 %1</translation>
    </message>
    <message>
        <source>It has no secrets. Keys from variables stand in it as env.NAME; a Bilrost that has the other keys keeps them, and elsewhere they have to be entered again.</source>
        <translation>其中不含机密信息。来自变量的密钥以 env.NAME 的形式写入；已有其他密钥的 Bilrost 会保留它们，在别处则需要重新输入。</translation>
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
        <translation>1 次工具调用</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n 次工具调用</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier messages</source>
        <translation>
            <numerusform>前面还有 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all: %1</source>
        <translation>全部显示：%1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>not shown by the provider</source>
        <translation>提供商未公开</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>arguments arriving</source>
        <translation>正在接收参数</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Tool result</source>
        <translation>工具结果</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Another part</source>
        <translation>其他部分</translation>
    </message>
</context>
<context>
    <name>CostText</name>
    <message>
        <source>Cache write, 1 hour</source>
        <translation>缓存写入，1 小时</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Audio input</source>
        <translation>音频输入</translation>
    </message>
    <message>
        <source>Audio output</source>
        <translation>音频输出</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>Try %1, %2</source>
        <translation>第 %1 次尝试，%2</translation>
    </message>
    <message numerus="yes">
        <source>The cost of %n tries is not known.</source>
        <translation>
            <numerusform>有 %n 次尝试的费用未知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fresh input</source>
        <translation>新输入</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>缓存读取</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>of it reasoning</source>
        <translation>其中推理</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The answer was cut, so this is the least that it cost.</source>
        <translation>应答被截断，因此这是最低费用。</translation>
    </message>
    <message>
        <source>The provider told this cost.</source>
        <translation>此费用由提供商告知。</translation>
    </message>
    <message>
        <source>Price: %1.</source>
        <translation>价格：%1。</translation>
    </message>
    <message>
        <source>The provider says %1.</source>
        <translation>提供商给出 %1。</translation>
    </message>
    <message>
        <source>Service tier: %1.</source>
        <translation>服务等级：%1。</translation>
    </message>
    <message>
        <source>Pictures read</source>
        <translation>读取的图像</translation>
    </message>
    <message>
        <source>Pictures made</source>
        <translation>生成的图像</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Seconds of sound</source>
        <translation>音频秒数</translation>
    </message>
    <message>
        <source>Characters spoken</source>
        <translation>朗读的字符</translation>
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
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
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
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The provider cannot be reached</source>
        <translation>无法连接到提供商</translation>
    </message>
    <message>
        <source>The connection broke before the answer ended</source>
        <translation>连接在应答结束前中断</translation>
    </message>
    <message>
        <source>The provider did not answer in time</source>
        <translation>提供商未及时应答</translation>
    </message>
    <message>
        <source>The provider&apos;s certificate is not accepted</source>
        <translation>提供商的证书不被接受</translation>
    </message>
    <message>
        <source>The proxy refuses or cannot be reached</source>
        <translation>代理拒绝连接或无法访问</translation>
    </message>
    <message>
        <source>The provider&apos;s answer cannot be read</source>
        <translation>无法读取提供商的应答</translation>
    </message>
    <message>
        <source>The client ended the connection</source>
        <translation>客户端断开了连接</translation>
    </message>
    <message>
        <source>Cancelled in this window</source>
        <translation>已在此窗口中取消</translation>
    </message>
    <message>
        <source>The request names no model</source>
        <translation>请求未指定模型</translation>
    </message>
    <message>
        <source>No provider has this model</source>
        <translation>没有提供商提供此模型</translation>
    </message>
    <message>
        <source>This provider is not set up</source>
        <translation>此提供商未设置</translation>
    </message>
    <message>
        <source>No key may be used for this model</source>
        <translation>没有密钥可用于此模型</translation>
    </message>
    <message>
        <source>The key cannot be read or stored</source>
        <translation>密钥无法读取或保存</translation>
    </message>
    <message>
        <source>The store failed</source>
        <translation>存储失败</translation>
    </message>
    <message>
        <source>Bilrost was about to stop</source>
        <translation>Bilrost 正要停止</translation>
    </message>
    <message>
        <source>Too many connections at once</source>
        <translation>同时连接过多</translation>
    </message>
    <message>
        <source>The request is not valid JSON</source>
        <translation>请求不是有效的 JSON</translation>
    </message>
    <message>
        <source>The request is not valid HTTP</source>
        <translation>请求不是有效的 HTTP</translation>
    </message>
    <message>
        <source>The provider cannot do this operation</source>
        <translation>提供商不支持此操作</translation>
    </message>
    <message>
        <source>The request is packed in an unknown way</source>
        <translation>请求的压缩方式未知</translation>
    </message>
    <message>
        <source>This virtual key does not exist</source>
        <translation>此虚拟密钥不存在</translation>
    </message>
    <message>
        <source>A virtual key is needed</source>
        <translation>需要虚拟密钥</translation>
    </message>
    <message>
        <source>This virtual key is turned off or has expired</source>
        <translation>此虚拟密钥已停用或已过期</translation>
    </message>
    <message>
        <source>The virtual key may not use this model</source>
        <translation>虚拟密钥不能使用此模型</translation>
    </message>
    <message>
        <source>The virtual key may not use this provider</source>
        <translation>虚拟密钥不能使用此提供商</translation>
    </message>
    <message>
        <source>A budget is spent</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>The tokens of a limit are used up</source>
        <translation>限额内的 token 已用完</translation>
    </message>
    <message>
        <source>The requests of a limit are used up</source>
        <translation>限额内的请求已用完</translation>
    </message>
    <message>
        <source>Running requests hold what is left of a limit</source>
        <translation>正在进行的请求占用了剩余限额</translation>
    </message>
    <message>
        <source>Refused: called under a foreign host name</source>
        <translation>已拒绝：以外部主机名调用</translation>
    </message>
    <message>
        <source>Refused: called from a foreign web page</source>
        <translation>已拒绝：由外部网页调用</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>请求过大</translation>
    </message>
    <message>
        <source>The client was too slow</source>
        <translation>客户端过慢</translation>
    </message>
    <message>
        <source>The account has no credit left</source>
        <translation>账户余额不足</translation>
    </message>
    <message>
        <source>The provider refuses the key</source>
        <translation>提供商拒绝此密钥</translation>
    </message>
    <message>
        <source>The key may not do this</source>
        <translation>密钥无权执行此操作</translation>
    </message>
    <message>
        <source>The provider does not know this model or address</source>
        <translation>提供商没有此模型或地址</translation>
    </message>
    <message>
        <source>The request is too large for the provider</source>
        <translation>请求对该提供商而言过大</translation>
    </message>
    <message>
        <source>The provider limits the rate right now</source>
        <translation>提供商当前限制速率</translation>
    </message>
    <message>
        <source>The provider is overloaded</source>
        <translation>提供商过载</translation>
    </message>
    <message>
        <source>The provider failed inside</source>
        <translation>提供商内部出错</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the two letters of the language of this translation</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, details</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>FilterLanguage</name>
    <message>
        <source>This bracket closes nothing.</source>
        <translation>此括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>Something is missing behind “and”.</source>
        <translation>“and”后面缺少内容。</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>此处缺少内容。</translation>
    </message>
    <message>
        <source>This bracket is not closed.</source>
        <translation>此括号未闭合。</translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation>此引号未闭合。</translation>
    </message>
    <message>
        <source>“%1” is no field. Put a text that has “%2” into quotation marks.</source>
        <translation>没有名为“%1”的字段。含有“%2”的文字请加引号。</translation>
    </message>
    <message>
        <source>The value of “%1” is missing.</source>
        <translation>缺少“%1”的值。</translation>
    </message>
    <message>
        <source>“%1” has no order; write %1:%2.</source>
        <translation>“%1”不能比较大小；请写成 %1:%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a value of %2. Write it like %3.</source>
        <translation>“%1”不能作为%2的值。请写成 %3 的形式。</translation>
    </message>
    <message>
        <source>“%1” is no state. There are: %2.</source>
        <translation>没有“%1”这一状态。可用的状态：%2。</translation>
    </message>
    <message>
        <source>A request cannot be “%1”. There are: %2.</source>
        <translation>请求不能是“%1”。可用的有：%2。</translation>
    </message>
    <message>
        <source>, or </source>
        <comment>between words of which one must hold</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任意内容</translation>
    </message>
    <message>
        <source>the client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>the model that was asked for</source>
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>the virtual key</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>the error</source>
        <translation>错误</translation>
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
        <translation>结束原因</translation>
    </message>
    <message>
        <source>the comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>the status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>the number of tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>the duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>the time to the first token</source>
        <translation>到首个 token 的时间</translation>
    </message>
    <message>
        <source>the number of input tokens</source>
        <translation>输入 token 数</translation>
    </message>
    <message>
        <source>the number of cached tokens</source>
        <translation>缓存 token 数</translation>
    </message>
    <message>
        <source>the number of output tokens</source>
        <translation>输出 token 数</translation>
    </message>
    <message>
        <source>the size of the answer</source>
        <translation>应答大小</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>it is a stream</source>
        <translation>是流式</translation>
    </message>
    <message>
        <source>it fell back</source>
        <translation>已转到备用目标</translation>
    </message>
    <message>
        <source>it has no price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>it is pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>field, value</comment>
        <translation>%1是 %2</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1包含“%2”</translation>
    </message>
    <message>
        <source>%1 is “%2”</source>
        <translation>%1是“%2”</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1低于 %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1不高于 %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1高于 %2</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1不低于 %2</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <translation>非 (%1)</translation>
    </message>
    <message>
        <source>, and </source>
        <translation> 且 </translation>
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
        <translation>限额保持不变</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Allow more until %1</source>
        <translation>允许追加用量至 %1(&amp;A)</translation>
    </message>
    <message>
        <source>%1 more</source>
        <comment>an amount</comment>
        <translation>追加 %1</translation>
    </message>
    <message>
        <source>Another amount or end…</source>
        <translation>其他数额或截止时间…</translation>
    </message>
    <message>
        <source>Take back what was allowed</source>
        <translation>收回追加的额度</translation>
    </message>
</context>
<context>
    <name>OwnedLimits</name>
    <message>
        <source>Key %1, only %2</source>
        <comment>name of a virtual key, of a provider</comment>
        <translation>密钥 %1，仅 %2</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>所有请求</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>提供商 %1</translation>
    </message>
    <message>
        <source>Model or alias %1</source>
        <translation>模型或别名 %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>客户 %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>团队 %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <comment>name of a virtual key</comment>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>not begun</source>
        <comment>the window of a limit</comment>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a limit that is not used up</comment>
        <translation>可用</translation>
    </message>
    <message>
        <source>%1, %2 more until %3</source>
        <comment>state of a limit, an amount, a time</comment>
        <translation>%1，至 %3 追加 %2</translation>
    </message>
</context>
<context>
    <name>PrefixWords</name>
    <message>
        <source>system text</source>
        <translation>系统文本</translation>
    </message>
    <message>
        <source>text of the user</source>
        <translation>用户文本</translation>
    </message>
    <message>
        <source>text of the assistant</source>
        <translation>助手文本</translation>
    </message>
    <message>
        <source>tool result</source>
        <translation>工具结果</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>tool call</source>
        <translation>工具调用</translation>
    </message>
    <message>
        <source>image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>another part</source>
        <translation>其他部分</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>工具 %1</translation>
    </message>
    <message>
        <source>Tool %1, %2</source>
        <translation>工具 %1，%2</translation>
    </message>
    <message>
        <source>System text, block %1</source>
        <translation>系统文本，第 %1 块</translation>
    </message>
    <message>
        <source>Message %1, %2</source>
        <translation>消息 %1，%2</translation>
    </message>
    <message>
        <source>The later prompt begins with all of the earlier one: about %1 tokens can be read from the cache.</source>
        <translation>后一个提示词以前一个的全部内容开头：约 %1 个 token 可从缓存读取。</translation>
    </message>
    <message>
        <source>%1: differs from here.</source>
        <translation>%1：从此处开始不同。</translation>
    </message>
    <message>
        <source>%1: only the earlier request has it.</source>
        <translation>%1：仅前一个请求中有。</translation>
    </message>
    <message>
        <source>%1: only the later request has it.</source>
        <translation>%1：仅后一个请求中有。</translation>
    </message>
    <message>
        <source>About %1 tokens before it can be read from the cache, %2 from it on cannot.</source>
        <translation>在它之前约 %1 个 token 可从缓存读取，从它开始的 %2 个不能。</translation>
    </message>
    <message>
        <source>Another provider answered (%1, then %2): each has a cache of its own.</source>
        <translation>应答的提供商不同（先 %1，后 %2）：缓存各自独立。</translation>
    </message>
    <message>
        <source>Another model answered (%1, then %2): each has a cache of its own.</source>
        <translation>应答的模型不同（先 %1，后 %2）：缓存各自独立。</translation>
    </message>
    <message>
        <source>Another key was used (%1, then %2): caches belong to an account.</source>
        <translation>使用的密钥不同（先 %1，后 %2）：缓存属于各自的账户。</translation>
    </message>
    <message>
        <source>Thinking or the choice of tools was set differently: Anthropic then reads no message from the cache.</source>
        <translation>思考或工具选择的设置不同：这时 Anthropic 不会从缓存读取任何消息。</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes lie between them; most caches are kept for five.</source>
        <translation>
            <numerusform>两者相隔 %n 分钟；大多数缓存只保留五分钟。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>address and key</source>
        <translation>地址和密钥</translation>
    </message>
    <message>
        <source>on port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>key needed</source>
        <translation>需要密钥</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>无需密钥</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible</source>
        <translation>任意 OpenAI 兼容服务</translation>
    </message>
    <message>
        <source>Any Anthropic-compatible</source>
        <translation>任意 Anthropic 兼容服务</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>a picture</source>
        <translation>每张图像</translation>
    </message>
    <message>
        <source>a picture (%1)</source>
        <translation>每张图像 (%1)</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>每个字符</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>每次搜索</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a picture, its price</comment>
        <translation>%1：%2</translation>
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
        <translation>对方返回：“%1”</translation>
    </message>
    <message>
        <source> You can make a new one at %1.</source>
        <translation>可以在 %1 新建一个。</translation>
    </message>
    <message>
        <source>The key is right, but its account has no credit left. Add credit at the provider.</source>
        <translation>密钥正确，但其账户余额不足。请在提供商处充值。</translation>
    </message>
    <message>
        <source>The key was refused (401). Check that it is complete.</source>
        <translation>密钥被拒绝 (401)。请检查是否完整。</translation>
    </message>
    <message>
        <source>The key is known, but may not do this (403). Check its permissions and region.</source>
        <translation>密钥有效，但无权执行此操作 (403)。请检查其权限和区域。</translation>
    </message>
    <message>
        <source>The provider does not have this model (404). Choose one of the listed models.</source>
        <translation>提供商没有此模型 (404)。请从列出的模型中选择。</translation>
    </message>
    <message>
        <source>The address answers, but not with this API (404). Check the address.</source>
        <translation>该地址有应答，但不是此 API (404)。请检查地址。</translation>
    </message>
    <message>
        <source>The provider limits the rate of this key right now (429). Try again in a moment.</source>
        <translation>提供商当前限制此密钥的速率 (429)。请稍后再试。</translation>
    </message>
    <message>
        <source>The provider has a problem of its own (%1). Try again later.</source>
        <translation>提供商自身出现问题 (%1)。请稍后再试。</translation>
    </message>
    <message>
        <source>The provider refused the request (%1).</source>
        <translation>提供商拒绝了请求 (%1)。</translation>
    </message>
    <message>
        <source>This provider does not list its models.</source>
        <translation>此提供商不提供模型列表。</translation>
    </message>
    <message>
        <source>Only an answer shows whether the key is right. Ask for a short answer.</source>
        <translation>只有实际应答才能确认密钥是否正确。请求一个简短应答。</translation>
    </message>
    <message>
        <source>This server asks for a key (401), and none is set up. Add one and test again.</source>
        <translation>此服务器要求密钥 (401)，但尚未设置。请添加密钥后重新测试。</translation>
    </message>
    <message>
        <source>The provider answered, but without any text.</source>
        <translation>提供商有应答，但没有任何文本。</translation>
    </message>
    <message>
        <source>No key is needed.</source>
        <translation>无需密钥。</translation>
    </message>
    <message>
        <source>The address answers, but not with a list of models. Check that it is the API&apos;s address and not a web page.</source>
        <translation>该地址有应答，但不是模型列表。请确认它是 API 地址而不是网页。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no model to ask. Load a model in the server, or name one.</source>
        <translation>没有可提问的模型。请在服务器中加载模型，或指定一个。</translation>
    </message>
    <message>
        <source>, TLS, HTTP/2</source>
        <translation>，TLS，HTTP/2</translation>
    </message>
    <message>
        <source>, TLS</source>
        <translation>，TLS</translation>
    </message>
    <message>
        <source>. This computer&apos;s clock differs by %1 s; set it right.</source>
        <translation>。本机时钟相差 %1 秒，请校准。</translation>
    </message>
    <message>
        <source>, through the proxy %1 of the environment or the system</source>
        <translation>，通过环境或系统的代理 %1</translation>
    </message>
    <message>
        <source>, through the proxy %1 of this provider</source>
        <translation>，通过此提供商的代理 %1</translation>
    </message>
    <message>
        <source>No model is asked in a test: each takes an input of its own.</source>
        <translation>测试中不会询问模型：每个模型的输入各不相同。</translation>
    </message>
</context>
<context>
    <name>ProviderWords</name>
    <message>
        <source>Not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>缓慢</translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>Cooling down</source>
        <translation>暂停中</translation>
    </message>
    <message>
        <source>Answers with errors</source>
        <translation>应答出错</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>无需密钥</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 个密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n 个密钥</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestComparison</name>
    <message>
        <source>The body of one of them was not stored.</source>
        <translation>其中一个请求的正文未保存。</translation>
    </message>
    <message>
        <source>They are of different dialects, so nothing of their prompts is the same.</source>
        <translation>两者方言不同，因此提示词没有相同之处。</translation>
    </message>
    <message>
        <source>This operation has no prompt.</source>
        <translation>此操作没有提示词。</translation>
    </message>
    <message>
        <source>The body of one of them was stored in part only.</source>
        <translation>其中一个请求的正文只保存了一部分。</translation>
    </message>
    <message>
        <source>No prompt can be read in one of them.</source>
        <translation>其中一个请求中读不到提示词。</translation>
    </message>
</context>
<context>
    <name>RequestDetailView</name>
    <message>
        <source>This operation has no conversation.</source>
        <translation>此操作没有对话。</translation>
    </message>
    <message>
        <source>Only totals were stored.</source>
        <translation>仅保存了统计数据。</translation>
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
        <translation>客户端在 1 个 token 后断开</translation>
    </message>
    <message numerus="yes">
        <source>client left after %n tokens</source>
        <translation>
            <numerusform>客户端在 %n 个 token 后断开</numerusform>
        </translation>
    </message>
    <message>
        <source>client left during the answer</source>
        <translation>客户端在应答期间断开</translation>
    </message>
    <message>
        <source>client left before the answer</source>
        <translation>客户端在应答前断开</translation>
    </message>
    <message>
        <source>stream cut at 1 token</source>
        <translation>流在 1 个 token 处中断</translation>
    </message>
    <message numerus="yes">
        <source>stream cut at %n tokens</source>
        <translation>
            <numerusform>流在 %n 个 token 处中断</numerusform>
        </translation>
    </message>
    <message>
        <source>stream cut</source>
        <translation>流中断</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>提供商</translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed tries</source>
        <translation>
            <numerusform>失败 %n 次后由 %1 应答</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 after 1 failed try</source>
        <translation>失败 1 次后由 %1 应答</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>由 %1 应答</translation>
    </message>
    <message>
        <source>Refused before it was sent</source>
        <translation>发送前被拒绝</translation>
    </message>
    <message>
        <source>%1 refused the request (%2)</source>
        <translation>%1 拒绝了请求 (%2)</translation>
    </message>
    <message>
        <source>No provider answered</source>
        <translation>没有提供商应答</translation>
    </message>
    <message numerus="yes">
        <source>%1 failed after %n tries</source>
        <translation>
            <numerusform>%1 尝试 %n 次后失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 失败</translation>
    </message>
    <message>
        <source>waiting, try %1</source>
        <translation>等待中，第 %1 次尝试</translation>
    </message>
    <message>
        <source>waiting for first token</source>
        <translation>等待首个 token</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>流式传输中</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>正在等待 %1</translation>
    </message>
    <message>
        <source>Streaming from %1</source>
        <translation>%1 正在流式传输</translation>
    </message>
    <message>
        <source>Rate limited by %1</source>
        <translation>被 %1 限速</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The stream from %1 was cut</source>
        <translation>来自 %1 的流中断</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider / model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>A client</source>
        <translation>某客户端</translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <translation>%1 请求 %2</translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation>%1 接替了 %2</translation>
    </message>
    <message>
        <source>1 try, %1</source>
        <translation>1 次尝试，%1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries, %1</source>
        <translation>
            <numerusform>%n 次尝试，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message>
        <source>as asked for</source>
        <translation>按请求</translation>
    </message>
    <message>
        <source>, then %1</source>
        <translation>，然后 %1</translation>
    </message>
    <message>
        <source>for the virtual key %1</source>
        <translation>用于虚拟密钥 %1</translation>
    </message>
    <message>
        <source>for the team %1</source>
        <translation>用于团队 %1</translation>
    </message>
    <message>
        <source>for the customer %1</source>
        <translation>用于客户 %1</translation>
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
        <translation>由您挂起</translation>
    </message>
    <message>
        <source>Serves, but failed just now</source>
        <translation>仍在服务，但刚刚失败过</translation>
    </message>
    <message>
        <source>Not asked for now</source>
        <translation>暂不使用</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation>正在重新尝试</translation>
    </message>
    <message>
        <source>can be used</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>is turned off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>must not use this model</source>
        <translation>禁止用于此模型</translation>
    </message>
    <message>
        <source>may not use this model</source>
        <translation>不可用于此模型</translation>
    </message>
    <message>
        <source>is not permitted to the virtual key</source>
        <translation>虚拟密钥不允许使用</translation>
    </message>
    <message>
        <source>is not the one that is named</source>
        <translation>不是指定的密钥</translation>
    </message>
    <message>
        <source>has no value that can be read</source>
        <translation>没有可读取的值</translation>
    </message>
    <message>
        <source>was tried before</source>
        <translation>已尝试过</translation>
    </message>
    <message>
        <source>rests for %1</source>
        <translation>暂停使用 %1</translation>
    </message>
    <message>
        <source>does not know this alias</source>
        <translation>不认识此别名</translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>1 request</source>
        <translation>1 个请求</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>Without a session</source>
        <translation>无会话</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last request</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>cost</comment>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>会话 %1</translation>
    </message>
    <message>
        <source>Open, Left closes it</source>
        <translation>已展开，按左键收起</translation>
    </message>
    <message>
        <source>Closed, Right opens it</source>
        <translation>已收起，按右键展开</translation>
    </message>
</context>
<context>
    <name>SpendCurve</name>
    <message>
        <source>Nothing limits what this key spends.</source>
        <translation>此密钥的花费没有限额。</translation>
    </message>
    <message>
        <source>The budget is spent. Requests are refused until %1.</source>
        <translation>预算已用完。%1 之前请求会被拒绝。</translation>
    </message>
    <message>
        <source>Nothing of the budget is spent.</source>
        <translation>预算尚未使用。</translation>
    </message>
    <message>
        <source>The budget begins anew at %1.</source>
        <translation>预算将于 %1 重新计算。</translation>
    </message>
    <message>
        <source>At this pace %1 are spent when the budget begins anew at %2.</source>
        <translation>照此速度，到 %2 重新计算时将花费 %1。</translation>
    </message>
    <message>
        <source>At this pace the budget is spent at about %1. Requests are then refused until %2.</source>
        <translation>照此速度，预算约于 %1 用完。此后到 %2 之前请求会被拒绝。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花费</translation>
    </message>
</context>
<context>
    <name>StateBlock</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
</context>
<context>
    <name>StateShape</name>
    <message>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式传输</translation>
    </message>
    <message>
        <source>Ok</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Client error</source>
        <translation>客户端错误</translation>
    </message>
    <message>
        <source>Upstream error</source>
        <translation>上游错误</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>被限速</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已拦截</translation>
    </message>
    <message>
        <source>Cancelled by client</source>
        <translation>被客户端取消</translation>
    </message>
    <message>
        <source>Broken stream</source>
        <translation>流中断</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Storing no bodies</source>
        <translation>不保存正文</translation>
    </message>
    <message>
        <source>Storing bodies of errors</source>
        <translation>保存出错请求的正文</translation>
    </message>
    <message>
        <source>Storing everything</source>
        <translation>保存全部内容</translation>
    </message>
    <message>
        <source>Keys in the system keychain</source>
        <translation>密钥在系统钥匙串中</translation>
    </message>
    <message>
        <source>Keys in an encrypted file</source>
        <translation>密钥在加密文件中</translation>
    </message>
    <message>
        <source>Keys in memory only</source>
        <translation>密钥仅在内存中</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部内容</translation>
    </message>
</context>
<context>
    <name>StepWriter</name>
    <message>
        <source>The client gets an error</source>
        <translation>客户端收到错误</translation>
    </message>
    <message>
        <source>Client asks for no model</source>
        <translation>客户端未请求模型</translation>
    </message>
    <message>
        <source>Client asks for %1</source>
        <translation>客户端请求 %1</translation>
    </message>
    <message>
        <source>Virtual key %1</source>
        <translation>虚拟密钥 %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>会话 %1</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>not for this caller</source>
        <translation>不适用于此调用方</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>无目标</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Rule %1, asked again</source>
        <translation>规则 %1，再次检查</translation>
    </message>
    <message>
        <source>Matches every request</source>
        <translation>匹配所有请求</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>转到 %1</translation>
    </message>
    <message>
        <source>%1: as before in this session</source>
        <translation>%1：沿用本会话之前的选择</translation>
    </message>
    <message>
        <source>%1: %2, drawn</source>
        <translation>%1：%2，抽中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No rule decides</source>
        <translation>没有规则决定</translation>
    </message>
    <message>
        <source>The request goes where it asks to go.</source>
        <translation>请求转到它指定的位置。</translation>
    </message>
    <message>
        <source>No provider is known for this name</source>
        <translation>此名称没有已知的提供商</translation>
    </message>
    <message>
        <source>%1 takes the name</source>
        <translation>%1 接受此名称</translation>
    </message>
    <message>
        <source>Key %1, as before in this session</source>
        <translation>密钥 %1，沿用本会话之前的选择</translation>
    </message>
    <message>
        <source>Key %1, drawn with a chance of %2</source>
        <translation>密钥 %1，以 %2 的概率抽中</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Key %1 could be drawn too, %2</source>
        <translation>密钥 %1 也可能被抽中，%2</translation>
    </message>
    <message>
        <source>Key %1 %2</source>
        <translation>密钥 %1 %2</translation>
    </message>
    <message>
        <source>With the caller&apos;s own sign-in</source>
        <translation>使用调用方自己的登录</translation>
    </message>
    <message>
        <source>connection within %1</source>
        <translation>%1 内建立连接</translation>
    </message>
    <message>
        <source>first byte within %1</source>
        <translation>%1 内收到首字节</translation>
    </message>
    <message>
        <source>first token within %1</source>
        <translation>%1 内收到首个 token</translation>
    </message>
    <message>
        <source>answer within %1</source>
        <translation>%1 内应答</translation>
    </message>
    <message>
        <source>silence at most %1</source>
        <translation>静默不超过 %1</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>重试 1 次</translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>重试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Limits: %1</source>
        <translation>限制：%1</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选中</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>Asked when the one above does not answer</source>
        <translation>上一个没有应答时才使用</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>After a wait of %1: %2</source>
        <translation>等待 %1 后：%2</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>出错时</translation>
    </message>
    <message>
        <source>Nothing else is tried: there are no retries and no fallback.</source>
        <translation>不再尝试其他方式：没有重试，也没有备用目标。</translation>
    </message>
    <message>
        <source>A wait that the provider asks for is kept up to %1.</source>
        <translation>提供商要求的等待最多遵守 %1。</translation>
    </message>
    <message>
        <source>Without a first token after %1 the next target starts beside it.</source>
        <translation>%1 内没有首个 token 时，下一个目标会并行启动。</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt.</source>
        <translation>中断的流会由另一次尝试接续。</translation>
    </message>
    <message>
        <source>A stream that breaks off goes on from another attempt, which may be given what the client has.</source>
        <translation>中断的流会由另一次尝试接续，并可将客户端已收到的内容交给它。</translation>
    </message>
    <message>
        <source>The stream is held back to its end.</source>
        <translation>流会保留到结束再发送。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n tokens are held back.</source>
        <translation>
            <numerusform>前 %n 个 token 会先保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestStepsView</name>
    <message>
        <source>Address reached</source>
        <translation>地址可达</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>密钥已接受</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation>已列出模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>One short answer streamed</source>
        <translation>已流式返回一个简短应答</translation>
    </message>
    <message>
        <source>One short answer</source>
        <translation>一个简短应答</translation>
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
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1：%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1，%2 个失败</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>no provider</source>
        <translation>无提供商</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>fresh input</source>
        <translation>新输入</translation>
    </message>
    <message>
        <source>read from cache</source>
        <translation>从缓存读取</translation>
    </message>
    <message>
        <source>written to cache</source>
        <translation>写入缓存</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>UsageRange</name>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 至 %2</translation>
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
        <translation>全部</translation>
    </message>
    <message>
        <source>everything, with rules</source>
        <translation>全部，有规则限制</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
    </message>
    <message numerus="yes">
        <source>every %n seconds</source>
        <translation>
            <numerusform>每 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>每分钟</translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>每 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>每小时</translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation>
            <numerusform>每 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>每 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>a week</source>
        <translation>每周</translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>每 %n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>每 %n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>每季度</translation>
    </message>
    <message numerus="yes">
        <source>every %n quarters</source>
        <translation>
            <numerusform>每 %n 个季度</numerusform>
        </translation>
    </message>
    <message>
        <source>a year</source>
        <translation>每年</translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>每 %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>money</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 / %2 个 token</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 / %2 个请求</translation>
    </message>
    <message>
        <source>%1, about %2 by %3</source>
        <comment>use of a limit, amount, a time</comment>
        <translation>%1，预计到 %3 约 %2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount of money, a day</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 tokens %2</source>
        <comment>number, a day</comment>
        <translation>%2 %1 个 token</translation>
    </message>
    <message>
        <source>%1 requests %2</source>
        <comment>number, a day</comment>
        <translation>%2 %1 个请求</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <comment>a day</comment>
        <translation>已于 %1 过期</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Spent, until %1</source>
        <comment>a time</comment>
        <translation>预算已用完，至 %1</translation>
    </message>
    <message>
        <source>Used up, until %1</source>
        <comment>a time</comment>
        <translation>已用尽，至 %1</translation>
    </message>
    <message>
        <source>%1 used</source>
        <comment>percent</comment>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>Active, old value until %1</source>
        <comment>a time</comment>
        <translation>有效，旧值可用至 %1</translation>
    </message>
    <message>
        <source>Active, private</source>
        <translation>有效，私密</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <comment>use of a limit, amount at its end</comment>
        <translation>%1，预计约 %2</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Bilrost cannot start</source>
        <translation>Bilrost 无法启动</translation>
    </message>
</context>
<context>
    <name>app::GatewayHost</name>
    <message>
        <source>Demo (OpenAI dialect)</source>
        <translation>演示（OpenAI 方言）</translation>
    </message>
    <message>
        <source>Demo (Anthropic dialect)</source>
        <translation>演示（Anthropic 方言）</translation>
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
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>立即退出</translation>
    </message>
    <message>
        <source>Bilrost quits when the running requests have ended (%1)</source>
        <translation>正在进行的请求结束后 Bilrost 将退出 (%1)</translation>
    </message>
    <message>
        <source>New requests are not taken any more.</source>
        <translation>不再接受新请求。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>No request can be answered until the gateway has a port.</source>
        <translation>网关获得端口之前无法应答任何请求。</translation>
    </message>
    <message>
        <source>Keep the gateway running?</source>
        <translation>让网关继续运行吗？</translation>
    </message>
    <message>
        <source>Hidden, Bilrost goes on answering requests and stays in the system tray. Quitting stops the gateway.</source>
        <translation>隐藏后，Bilrost 会继续应答请求并留在系统托盘中。退出会停止网关。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do this every time</source>
        <translation>以后都这样做</translation>
    </message>
    <message>
        <source>This desktop has no system tray</source>
        <translation>此桌面没有系统托盘</translation>
    </message>
    <message>
        <source>Bilrost cannot hide there. Minimised, it goes on answering requests. Quitting stops the gateway. From now on, closing the window quits.</source>
        <translation>Bilrost 无法隐藏到托盘。最小化后它会继续应答请求。退出会停止网关。从现在起，关闭窗口即退出。</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>最小化</translation>
    </message>
    <message>
        <source>1 request is in flight</source>
        <translation>有 1 个请求正在进行</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are in flight</source>
        <translation>
            <numerusform>有 %n 个请求正在进行</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting now cuts them off. Waiting takes no new requests and quits when the last one has ended.</source>
        <translation>立即退出会中断这些请求。等待则不再接受新请求，并在最后一个结束后退出。</translation>
    </message>
    <message>
        <source>Wait, then quit</source>
        <translation>等待后退出</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Add provider</source>
        <translation>添加提供商(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;New virtual key…</source>
        <translation>新建虚拟密钥(&amp;N)…</translation>
    </message>
    <message>
        <source>Set &amp;up Bilrost…</source>
        <translation>设置 Bilrost(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Export configuration…</source>
        <translation>导出配置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>请求(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>网关(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>复制地址(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Store of each request</source>
        <translation>每个请求的保存内容(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Bilrost</source>
        <translation>关于 Bilrost(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>Bilrost %1</source>
        <translation>Bilrost %1</translation>
    </message>
    <message>
        <source>A gateway on this computer between your tools and the AI providers.
Free software under the GNU General Public License, version 3 or later. Built with Qt %1.</source>
        <translation>运行在本机上、位于您的工具与 AI 提供商之间的网关。
以 GNU 通用公共许可证第 3 版或更高版本发布的自由软件。使用 Qt %1 构建。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>virtual key</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>Delete this request?</source>
        <translation>要删除此请求吗?</translation>
    </message>
    <message>
        <source>Delete %1 requests?</source>
        <translation>要删除 %1 个请求吗?</translation>
    </message>
    <message>
        <source>Prompts and answers go with it and cannot be brought back. What was used and what it cost stays counted.</source>
        <translation>提示词和回答会一并删除，无法恢复。用量和费用仍会计入。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ui::Notifier</name>
    <message>
        <source>%1 rejects its key</source>
        <translation>%1 拒绝其密钥</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>无法连接到 %1</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 出现故障</translation>
    </message>
    <message>
        <source>%1 answers again</source>
        <translation>%1 恢复应答</translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed: no target was left</source>
        <translation>
            <numerusform>%n 个请求失败：没有剩余目标</numerusform>
        </translation>
    </message>
    <message>
        <source>A request failed: no target was left</source>
        <translation>有请求失败：没有剩余目标</translation>
    </message>
    <message>
        <source>%1: the budget is spent</source>
        <comment>whose budget</comment>
        <translation>%1：预算已用完</translation>
    </message>
    <message>
        <source>%1: %2 of the budget is used</source>
        <comment>whose budget, percent</comment>
        <translation>%1：预算已用 %2</translation>
    </message>
</context>
<context>
    <name>ui::TrayIcon</name>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Clients…</source>
        <translation>客户端…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Open Bilrost</source>
        <translation>打开 Bilrost</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Bilrost, stopped</source>
        <translation>Bilrost，已停止</translation>
    </message>
    <message>
        <source>Bilrost, starting on %1</source>
        <translation>Bilrost，正在 %1 启动</translation>
    </message>
    <message>
        <source>Bilrost, not running</source>
        <translation>Bilrost，未运行</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1，%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation>%1，空闲</translation>
    </message>
    <message>
        <source>%1, today %2</source>
        <comment>state, amount of money</comment>
        <translation>%1，今天 %2</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>provider, what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, trouble</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::AwsKeyFields</name>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>私有密钥</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>会话令牌</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Empty keeps the stored one</source>
        <translation>留空则保留已存的值</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>留空则保留以 …%1 结尾的密钥</translation>
    </message>
    <message>
        <source>of temporary keys only</source>
        <translation>仅用于临时密钥</translation>
    </message>
    <message>
        <source>Each may be env.NAME for an environment variable.</source>
        <translation>每一项都可以写成 env.NAME，表示环境变量。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>as AWS&apos;s own tools choose</source>
        <translation>与 AWS 自带工具的选择相同</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>only if the role asks for one</source>
        <translation>仅当角色要求时</translation>
    </message>
    <message>
        <source>Session name</source>
        <translation>会话名称</translation>
    </message>
    <message>
        <source>Ask the machine at AWS that Bilrost runs on</source>
        <translation>询问运行 Bilrost 的 AWS 机器</translation>
    </message>
    <message>
        <source>Batch files</source>
        <translation>批处理文件</translation>
    </message>
    <message>
        <source>Batch role</source>
        <translation>批处理角色</translation>
    </message>
    <message>
        <source>Where clients may put and read files, and nowhere else. Several have spaces between them; the first is used where a request names none.</source>
        <translation>客户端只能在此处存放和读取文件。多个位置以空格分隔；请求未指定时使用第一个。</translation>
    </message>
    <message>
        <source>The role in which Bedrock itself reads and writes these files.</source>
        <translation>Bedrock 自身读写这些文件时使用的角色。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ComparisonDialog</name>
    <message>
        <source>Compare two requests</source>
        <translation>比较两个请求</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>较晚</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Set differently: %1.</source>
        <translation>设置不同：%1。</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what, earlier, later</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>No line differs.</source>
        <translation>没有不同的行。</translation>
    </message>
    <message>
        <source>%1 lines only in the later one, %2 only in the earlier one</source>
        <translation>%1 行仅在较晚的请求中，%2 行仅在较早的请求中</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::DateRangeDialog</name>
    <message>
        <source>Which days</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Both count, in local time.</source>
        <translation>首尾两天都计入，按本地时间。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportDialog</name>
    <message>
        <source>With the bodies: prompts and answers</source>
        <translation>包含正文：提示词和应答</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>导出请求</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected requests</source>
        <translation>
            <numerusform>所选的 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>All stored requests that the filter lets through</source>
        <translation>符合筛选条件的所有已存请求</translation>
    </message>
    <message>
        <source>All stored requests</source>
        <translation>所有已存请求</translation>
    </message>
    <message>
        <source>HAR, for browsers and proxies</source>
        <translation>HAR，用于浏览器和代理工具</translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation>JSON Lines，用于程序</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV，用于电子表格</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The file will hold prompts and answers as far as they were stored. Keys are masked in the store already; the file holds none.</source>
        <translation>文件将包含已保存的提示词和应答。密钥在存储时已遮盖；文件中没有密钥。</translation>
    </message>
    <message>
        <source>The file will hold no prompts and no answers, and no keys.</source>
        <translation>文件将不含提示词、应答和密钥。</translation>
    </message>
    <message>
        <source>All stored requests of the selected sessions</source>
        <translation>所选会话的所有已存请求</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ExportProgress</name>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>导出请求</translation>
    </message>
    <message>
        <source>%1 requests written to %2</source>
        <translation>已将 %1 个请求写入 %2</translation>
    </message>
    <message>
        <source>%1 requests were written to %2 (%3).</source>
        <translation>已将 %1 个请求写入 %2 (%3)。</translation>
    </message>
    <message>
        <source>The bodies of %1 of them were not stored.</source>
        <translation>其中 %1 个请求的正文未保存。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FirstRunWizard</name>
    <message>
        <source>Set up Bilrost</source>
        <translation>设置 Bilrost</translation>
    </message>
    <message>
        <source>Welcome to Bilrost</source>
        <translation>欢迎使用 Bilrost</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>First request</source>
        <translation>首个请求</translation>
    </message>
    <message>
        <source>Keys stay in the keychain of this computer.</source>
        <translation>密钥保存在本机的钥匙串中。</translation>
    </message>
    <message>
        <source>Keys stay in an encrypted file on this computer.</source>
        <translation>密钥保存在本机的加密文件中。</translation>
    </message>
    <message>
        <source>This computer has no keychain that Bilrost can reach. Keys stay in memory until you quit.</source>
        <translation>本机没有 Bilrost 可以访问的钥匙串。密钥在退出前保留在内存中。</translation>
    </message>
    <message>
        <source>4 steps, about a minute</source>
        <translation>4 个步骤，约一分钟</translation>
    </message>
    <message>
        <source>Skip set-up</source>
        <translation>跳过设置</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Who should answer?</source>
        <translation>由谁来应答？</translation>
    </message>
    <message>
        <source>Choose one provider to begin with. More can be added at any time.</source>
        <translation>先选择一个提供商。之后随时可以添加更多。</translation>
    </message>
    <message>
        <source>Does it answer?</source>
        <translation>能应答吗？</translation>
    </message>
    <message>
        <source>Bilrost checks address, key and models. It costs nothing.</source>
        <translation>Bilrost 检查地址、密钥和模型。不产生费用。</translation>
    </message>
    <message>
        <source>Bilrost sends one short request.</source>
        <translation>Bilrost 发送一个简短请求。</translation>
    </message>
    <message>
        <source>Bilrost sends one short request with your key.</source>
        <translation>Bilrost 使用您的密钥发送一个简短请求。</translation>
    </message>
    <message>
        <source>Which tool should use it?</source>
        <translation>由哪个工具使用？</translation>
    </message>
    <message>
        <source>Give your tool one of these addresses in place of the provider&apos;s own.</source>
        <translation>在您的工具中，用以下地址之一代替提供商自己的地址。</translation>
    </message>
    <message>
        <source>The first request</source>
        <translation>首个请求</translation>
    </message>
    <message>
        <source>This window shows it as soon as it arrives.</source>
        <translation>请求一到达就会显示在此窗口中。</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>Skip the test</source>
        <translation>跳过测试</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Finish without it</source>
        <translation>不等待，直接完成</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>第一个密钥</translation>
    </message>
    <message>
        <source>Leave the set-up?</source>
        <translation>离开设置吗？</translation>
    </message>
    <message>
        <source>The key you entered is not stored yet. You can add a provider later under Providers.</source>
        <translation>您输入的密钥尚未保存。以后可以在“提供商”中添加。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::FoundKeysDialog</name>
    <message>
        <source>Read them from the environment at each start</source>
        <translation>每次启动时从环境读取</translation>
    </message>
    <message>
        <source>Copy them into the key store of this computer</source>
        <translation>复制到本机的密钥存储</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Keys in the environment</source>
        <translation>环境中的密钥</translation>
    </message>
    <message>
        <source>Use the keys of</source>
        <translation>使用以下提供商的密钥</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>Where their values are</source>
        <translation>值的存放位置</translation>
    </message>
    <message>
        <source>A key that is copied stays the same when the variable changes.</source>
        <translation>变量更改时，已复制的密钥不会改变。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyDialog</name>
    <message>
        <source>Key, typed or pasted</source>
        <translation>密钥，输入或粘贴</translation>
    </message>
    <message>
        <source>From an environment variable</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>AWS access key</source>
        <translation>AWS 访问密钥</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Edit the key “%1”</source>
        <translation>编辑密钥“%1”</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Empty keeps the key that ends in …%1</source>
        <translation>留空则保留以 …%1 结尾的密钥</translation>
    </message>
    <message>
        <source>Environment variable</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>name of the variable</source>
        <translation>变量名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means all.</source>
        <translation>用逗号分隔的名称；* 代表任意内容。留空表示全部。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Its share among the keys for the same model: 2 gets twice as many requests as 1, and 0 only those that no other key can take.</source>
        <translation>它在同一模型的各密钥中所占的份额：2 获得的请求是 1 的两倍，0 只获得其他密钥都无法处理的请求。</translation>
    </message>
    <message>
        <source>The stored key is only sent to the address that it was entered for. Enter it again.</source>
        <translation>已存的密钥只会发送到输入时所对应的地址。请重新输入。</translation>
    </message>
    <message>
        <source>The secret of the Entra client, not an API key.</source>
        <translation>Entra 客户端的机密，不是 API 密钥。</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>完整粘贴的服务账号 JSON 文件，或 API 密钥。</translation>
    </message>
    <message>
        <source>Only if the server asks for one.</source>
        <translation>仅在服务器要求时填写。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Names with commas between them; * stands for anything. Empty means none.</source>
        <translation>名称之间用逗号分隔；* 代表任意内容。留空表示无。</translation>
    </message>
    <message>
        <source>From the files and variables of AWS</source>
        <translation>来自 AWS 的文件和变量</translation>
    </message>
    <message>
        <source>Application default credentials of this computer</source>
        <translation>此电脑的应用默认凭据</translation>
    </message>
    <message>
        <source>The secret of the service principal, not an access token.</source>
        <translation>服务主体的机密，不是访问令牌。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyModelsDialog</name>
    <message>
        <source>Asking the provider for its models…</source>
        <translation>正在向提供商查询模型…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Models of the key “%1”</source>
        <translation>密钥“%1”的模型</translation>
    </message>
    <message>
        <source>All models but those without a tick</source>
        <translation>除未勾选外的所有模型</translation>
    </message>
    <message>
        <source>Only models with a tick</source>
        <translation>仅勾选的模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>The provider does not list its models.</source>
        <translation>提供商不提供模型列表。</translation>
    </message>
    <message>
        <source>The provider lists 1 model.</source>
        <translation>提供商列出了 1 个模型。</translation>
    </message>
    <message numerus="yes">
        <source>The provider lists %n models.</source>
        <translation>
            <numerusform>提供商列出了 %n 个模型。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::dialogs::KeyPlaceFields</name>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>The name of the Azure resource, or its whole address.</source>
        <translation>Azure 资源的名称，或其完整地址。</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>部署</translation>
    </message>
    <message>
        <source>What is not listed is asked for by the model&apos;s own name.</source>
        <translation>未列出的模型按其自身名称请求。</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API 版本</translation>
    </message>
    <message>
        <source>A date, or v1 for the API without dates.</source>
        <translation>日期；不带日期的 API 填 v1。</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>only to sign in with Microsoft Entra</source>
        <translation>仅用于以 Microsoft Entra 登录</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Empty takes the project of the service account.</source>
        <translation>留空则使用服务账号的项目。</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Empty asks the server at the provider&apos;s address.</source>
        <translation>留空则请求提供商地址上的服务器。</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>The address of the workspace, or its name before .cloud.databricks.com.</source>
        <translation>工作区的地址，或其在 .cloud.databricks.com 之前的名称。</translation>
    </message>
    <message>
        <source>only to sign in as a service principal</source>
        <translation>仅用于以服务主体身份登录</translation>
    </message>
    <message>
        <source>Models are deployments</source>
        <translation>模型即部署</translation>
    </message>
    <message>
        <source>What is asked for as owner/name is your deployment of that name.</source>
        <translation>以“所有者/名称”请求的是该名称的自有部署。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitDialog</name>
    <message>
        <source>Set the limit</source>
        <translation>设置限额</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新建限额</translation>
    </message>
    <message>
        <source>Edit the limit</source>
        <translation>编辑限额</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>all requests together</source>
        <translation>所有请求合计</translation>
    </message>
    <message>
        <source>a provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>a model or an alias</source>
        <translation>模型或别名</translation>
    </message>
    <message>
        <source>a virtual key</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>a team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>gpt-5.4</source>
        <translation>gpt-5.4</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪一个</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>As its provider names it; or an alias of yours, whatever serves it.</source>
        <translation>提供商使用的名称；或您的别名，无论由谁响应。</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数对象</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>全部合计</translation>
    </message>
    <message>
        <source>As the provider names it. Empty: all its models together.</source>
        <translation>提供商使用的名称。留空：其全部模型合计。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::LimitRows</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1: counted</source>
        <comment>title of a limit</comment>
        <translation>%1：计数方式</translation>
    </message>
    <message>
        <source>Count by the calendar</source>
        <translation>按日历计算</translation>
    </message>
    <message>
        <source>Days begin at midnight, weeks on Monday, months on the first; else with the first request.</source>
        <translation>每天从午夜、每周从星期一、每月从一日开始；否则从首个请求开始。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::NewValueDialog</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The value of “%1”</source>
        <translation>“%1”的值</translation>
    </message>
    <message>
        <source>This is the only time that the value is shown: Bilrost keeps a hash of it and cannot read it back.</source>
        <translation>该值仅显示这一次：Bilrost 只保存其哈希，无法还原。</translation>
    </message>
    <message>
        <source>Value of the virtual key</source>
        <translation>虚拟密钥的值</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制该值</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key.</source>
        <translation>在工具中用它代替提供商的密钥。</translation>
    </message>
    <message>
        <source>Give it to a tool in place of a provider&apos;s key, with the address %1.</source>
        <translation>在工具中用它代替提供商的密钥，地址为 %1。</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>我已妥善保存</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>The value is in the keychain. Copy it again from the menu of the key whenever you need it.</source>
        <translation>该值保存在钥匙串中。需要时可随时从密钥的菜单中再次复制。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::OwnerDialog</name>
    <message>
        <source>Make the team</source>
        <translation>创建团队</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>新建团队</translation>
    </message>
    <message>
        <source>Edit the team “%1”</source>
        <translation>编辑团队“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Virtual keys join it in their own form, under Belongs to.</source>
        <translation>虚拟密钥在其自己的表单中通过“归属”加入。</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a team belongs to</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Its limits count for the keys of the team, too.</source>
        <translation>其限额同样适用于该团队的密钥。</translation>
    </message>
    <message>
        <source>Make the customer</source>
        <translation>创建客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Edit the customer “%1”</source>
        <translation>编辑客户“%1”</translation>
    </message>
    <message>
        <source>Teams and virtual keys belong to it by their own forms.</source>
        <translation>团队和虚拟密钥在各自的表单中归入该客户。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceDialog</name>
    <message>
        <source>Add a price</source>
        <translation>添加价格</translation>
    </message>
    <message>
        <source>Change a price</source>
        <translation>更改价格</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Every provider</source>
        <translation>所有提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>gpt-5.4, or gpt-5* for all that begin so</source>
        <translation>gpt-5.4；gpt-5* 表示所有以此开头的模型</translation>
    </message>
    <message>
        <source>Dollars for a million tokens. What stays empty is as listed. Requests of unknown cost are priced again.</source>
        <translation>每百万 token 的美元价格。留空的项按价目表计算。费用未知的请求会重新计价。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>%1, dollars for a million tokens</source>
        <translation>%1，每百万 token 的美元价格</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>按价目表</translation>
    </message>
    <message>
        <source>A price is a number of dollars, such as 2.50.</source>
        <translation>价格是美元数额，例如 2.50。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::PriceUpdateDialog</name>
    <message>
        <source>Update prices</source>
        <translation>更新价格</translation>
    </message>
    <message>
        <source>A list in the form of docs/prices.md, by https, or by http from this computer. Nothing changes before you take it over, and prices of your own stay.</source>
        <translation>采用 docs/prices.md 格式的价目表，通过 https 获取，或通过 http 从本机获取。在您采用之前不会有任何更改，您自定的价格会保留。</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>查找更改</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>价目表将带来的更改</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>正在获取价目表…</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::RaiseDialog</name>
    <message>
        <source>Allow more for a while</source>
        <translation>临时追加用量</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose limit, the limit</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>More</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>The limit itself stays as it is.</source>
        <translation>限额本身保持不变。</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>允许</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ResendDialog</name>
    <message>
        <source>Go to it</source>
        <translation>转到该请求</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>编辑并重新发送</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Values of keys are not stored. Without one it is sent as it came.</source>
        <translation>密钥的值不会保存。不填则按原样发送。</translation>
    </message>
    <message>
        <source>It was sent with “%1”. Values of keys are not stored: paste it here to send it with that key again.</source>
        <translation>它是用“%1”发送的。密钥的值不会保存：要再次使用该密钥发送，请粘贴到此处。</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The body has %1, too much to be edited here. It is sent as it was.</source>
        <translation>正文有 %1，太大，无法在此编辑。将按原样发送。</translation>
    </message>
    <message>
        <source>Only the beginning of the body was stored. Complete it before you send it.</source>
        <translation>只保存了正文的开头。请补全后再发送。</translation>
    </message>
    <message>
        <source>This is no JSON from line %1, column %2 on.</source>
        <translation>从第 %1 行第 %2 列起不是 JSON。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>In lists: arrow keys, Enter opens, F6 goes to the next part of the window. Esc closes this.</source>
        <translation>在列表中：方向键移动，Enter 打开，F6 转到窗口的下一部分。Esc 关闭此窗口。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::VirtualKeyDialog</name>
    <message>
        <source>Names with commas between them, as requests name them; * stands for anything. Empty means all.</source>
        <translation>用逗号分隔的名称，与请求中的写法相同；* 代表任意内容。留空表示全部。</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Keep only totals, no questions and answers</source>
        <translation>仅保存统计数据，不保存提问和应答</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>新建虚拟密钥</translation>
    </message>
    <message>
        <source>Edit the virtual key “%1”</source>
        <translation>编辑虚拟密钥“%1”</translation>
    </message>
    <message>
        <source>claude-code</source>
        <translation>claude-code</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>One key for each tool shows what each of them uses.</source>
        <translation>每个工具一个密钥，就能看到各自的用量。</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>可使用</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>所有提供商</translation>
    </message>
    <message>
        <source>only these providers</source>
        <translation>仅限这些提供商</translation>
    </message>
    <message>
        <source>May use %1</source>
        <comment>name of a provider</comment>
        <translation>可使用 %1</translation>
    </message>
    <message>
        <source>Choose providers to name the models.</source>
        <translation>选择提供商后即可指定模型。</translation>
    </message>
    <message>
        <source>It can be copied again later. Otherwise it is shown once, and only a hash is kept.</source>
        <translation>以后可以再次复制。否则只显示一次，并且只保存其哈希。</translation>
    </message>
    <message>
        <source>Begins with the next new value: only a hash of the present one is kept.</source>
        <translation>从下一个新值开始：当前的值只保存了哈希。</translation>
    </message>
    <message>
        <source>Delete it then</source>
        <translation>到期后删除</translation>
    </message>
    <message>
        <source>Keep the value in the keychain</source>
        <translation>将值保存在钥匙串中</translation>
    </message>
    <message>
        <source>There is no keychain: only a hash of the value is kept.</source>
        <translation>没有钥匙串：只保存值的哈希。</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>whom a key belongs to</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>团队 %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>客户 %1</translation>
    </message>
    <message>
        <source>The limits of a team or customer count for all their keys together.</source>
        <translation>团队或客户的限额按其所有密钥合计计算。</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>归属</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardProviderStep</name>
    <message>
        <source>Test it with one short request, which costs less than $0.001</source>
        <translation>用一个简短请求测试，费用不到 $0.001</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation>在哪里创建密钥</translation>
    </message>
    <message>
        <source>Your key of %1</source>
        <translation>您在 %1 的密钥</translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation>%1 无需密钥</translation>
    </message>
    <message>
        <source>Bilrost calls it at %1.</source>
        <translation>Bilrost 通过 %1 调用它。</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer.</source>
        <translation>它会存入本机的密钥存储。</translation>
    </message>
    <message>
        <source>Keys are made at %1.</source>
        <translation>密钥在 %1 创建。</translation>
    </message>
    <message>
        <source>Test it with one short request</source>
        <translation>用一个简短请求测试</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Use the key in the environment variable %1</source>
        <translation>使用环境变量 %1 中的密钥</translation>
    </message>
    <message>
        <source>It is read from %1 at each start, and not stored.</source>
        <translation>每次启动时从 %1 读取，不会保存。</translation>
    </message>
    <message>
        <source>The JSON file of a service account, pasted whole, or an API key.</source>
        <translation>完整粘贴的服务账号 JSON 文件，或 API 密钥。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardRequestStep</name>
    <message>
        <source>Copy the curl line</source>
        <translation>复制 curl 命令</translation>
    </message>
    <message>
        <source>Waiting for the first request</source>
        <translation>正在等待首个请求</translation>
    </message>
    <message>
        <source>Bilrost listens at %1</source>
        <translation>Bilrost 正在 %1 监听</translation>
    </message>
    <message>
        <source>Send one from your tool, or from a terminal. It appears here as it starts.</source>
        <translation>从您的工具或终端发送一个请求。请求一开始就会显示在此处。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>There it is.</source>
        <translation>请求来了。</translation>
    </message>
    <message>
        <source>The answer is on its way.</source>
        <translation>应答即将到达。</translation>
    </message>
    <message>
        <source>Welcome. The bridge carries.</source>
        <translation>欢迎。桥已贯通。</translation>
    </message>
    <message>
        <source>Every request appears in the window like this one, with what was asked, sent and answered.</source>
        <translation>每个请求都会像这样显示在窗口中，包括请求、发送和应答的内容。</translation>
    </message>
    <message>
        <source>It arrived, and it was not answered well.</source>
        <translation>请求已到达，但没有得到正常应答。</translation>
    </message>
    <message>
        <source>The list of requests tells why.</source>
        <translation>原因见请求列表。</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardTestStep</name>
    <message>
        <source>Change key</source>
        <translation>更改密钥</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新测试</translation>
    </message>
    <message>
        <source>key ends in …%1</source>
        <translation>以 …%1 结尾的密钥</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 有应答。</translation>
    </message>
    <message>
        <source>You can go on and solve this later under Providers.</source>
        <translation>您可以继续，稍后在“提供商”中解决。</translation>
    </message>
    <message>
        <source>key from %1</source>
        <translation>来自 %1 的密钥</translation>
    </message>
</context>
<context>
    <name>ui::dialogs::WizardToolStep</name>
    <message>
        <source>OpenAI clients: base URL</source>
        <translation>OpenAI 客户端：基础 URL</translation>
    </message>
    <message>
        <source>Anthropic clients: base URL</source>
        <translation>Anthropic 客户端：基础 URL</translation>
    </message>
    <message>
        <source>Or try it in a terminal</source>
        <translation>或者在终端中试用</translation>
    </message>
    <message>
        <source>If the tool insists on a key, any word will do, such as “bilrost”: Bilrost puts your own key in its place. Nothing outside Bilrost is changed.</source>
        <translation>如果工具一定要填密钥，任意单词都可以，例如“bilrost”：Bilrost 会换成您自己的密钥。Bilrost 之外的内容不会更改。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>ui::models::ClientListModel</name>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Asks %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>Its settings cannot be read</source>
        <translation>无法读取其设置</translation>
    </message>
    <message>
        <source>Found, not connected</source>
        <translation>已找到，未连接</translation>
    </message>
    <message>
        <source>Not found on this computer</source>
        <translation>本机上未找到</translation>
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
        <translation>不同</translation>
    </message>
    <message>
        <source>the same, or of no weight</source>
        <translation>相同，或无关紧要</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>较早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>较晚</translation>
    </message>
</context>
<context>
    <name>ui::models::HeaderTableModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
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
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ui::models::LimitTableModel</name>
    <message>
        <source>%1: %2, %3 used, %4</source>
        <comment>whose limit, the limit, what is used, state</comment>
        <translation>%1：%2，已用 %3，%4</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Begins anew</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ui::models::OwnerTableModel</name>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n keys, %3</source>
        <comment>name, team or customer, keys, use</comment>
        <translation>
            <numerusform>%1，%2，%n 个密钥，%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceChangeModel</name>
    <message>
        <source>The list says what is known already: nothing would change.</source>
        <translation>价目表与已知内容一致：不会有任何更改。</translation>
    </message>
    <message>
        <source>%1 new, %2 changed, %3 gone.</source>
        <comment>prices of a list</comment>
        <translation>新增 %1 项，更改 %2 项，移除 %3 项。</translation>
    </message>
    <message>
        <source>Your own prices go on counting for %1 of them.</source>
        <translation>其中 %1 项仍以您自定的价格为准。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>a price, its new one</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>your own counts</source>
        <translation>以自定价格为准</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>other rates</source>
        <translation>其他费率</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>%1. Other rates are those of long prompts, service tiers and peak hours, and the last day.</source>
        <translation>%1。其他费率指长提示词、服务等级和高峰时段的费率，以及最后一天。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>提供商和模型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>附注</translation>
    </message>
</context>
<context>
    <name>ui::models::PriceTableModel</name>
    <message>
        <source>one key</source>
        <translation>一个密钥</translation>
    </message>
    <message>
        <source>virtual key %1</source>
        <translation>虚拟密钥 %1</translation>
    </message>
    <message>
        <source>every provider</source>
        <translation>所有提供商</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>按价目表</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>provider, model</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>● yours</source>
        <translation>● 自定</translation>
    </message>
    <message>
        <source>● yours: %1</source>
        <translation>● 自定：%1</translation>
    </message>
    <message>
        <source>every model</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two dates</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>%1 的价目表</translation>
    </message>
    <message>
        <source>The same in two public tables.</source>
        <translation>两个公开价目表一致。</translation>
    </message>
    <message>
        <source>In one public table only.</source>
        <translation>仅见于一个公开价目表。</translation>
    </message>
    <message>
        <source>Published at %1. %2</source>
        <translation>发布于 %1。%2</translation>
    </message>
    <message>
        <source>%1 for short prompts at the usual hours and service tier. Others have a price of their own.</source>
        <translation>%1 适用于短提示词、常规时段和常规服务等级。其他情况另有价格。</translation>
    </message>
    <message>
        <source>Provider and model</source>
        <translation>提供商和模型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>by the piece</source>
        <translation>按件计</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderHealthModel</name>
    <message numerus="yes">
        <source>%n requests in the last hour</source>
        <translation>
            <numerusform>最近一小时 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderKeyModel</name>
    <message>
        <source>Weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>Weight %1: %2 of the requests that this key can serve</source>
        <translation>权重 %1：此密钥可处理的请求的 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Until you quit</source>
        <translation>退出前有效</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 but %2</source>
        <comment>models: allowed, denied</comment>
        <translation>%1（%2 除外）</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderModelTable</name>
    <message>
        <source>%1, %2 for a million tokens of input, %3 of output</source>
        <comment>a model, prices</comment>
        <translation>%1，每百万输入 token %2，输出 %3</translation>
    </message>
    <message>
        <source>, no key may be used for it</source>
        <translation>，没有可用的密钥</translation>
    </message>
    <message>
        <source>%1: no key may be used for it</source>
        <comment>a model</comment>
        <translation>%1：没有可用的密钥</translation>
    </message>
    <message>
        <source>For a million tokens</source>
        <translation>每百万 token</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>ui::models::ProviderTableModel</name>
    <message>
        <source>%1. %2. %3. %4 requests in the last hour, %5 failed.</source>
        <translation>%1。%2。%3。最近一小时 %4 个请求，%5 个失败。</translation>
    </message>
    <message>
        <source>In the last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Requests, 1 h</source>
        <translation>请求，1 小时</translation>
    </message>
    <message>
        <source>Errors, 1 h</source>
        <translation>错误，1 小时</translation>
    </message>
    <message>
        <source>Half of the streams of the last hours began within this time</source>
        <translation>最近几小时有一半的流在此时间内开始</translation>
    </message>
    <message>
        <source>Since the first of this month</source>
        <translation>自本月 1 日起</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
</context>
<context>
    <name>ui::models::RecentRequestsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>处理方</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>ui::models::RequestTableModel</name>
    <message>
        <source>Pinned.</source>
        <translation>已固定。</translation>
    </message>
    <message>
        <source>Repeats another request.</source>
        <translation>重复了另一个请求。</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1，本地时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求的模型</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>处理方</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
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
        <translation>备注</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>This request is being read.</source>
        <translation>正在读取此请求。</translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <comment>a column</comment>
        <translation>%1，从小到大</translation>
    </message>
    <message>
        <source>%1, newest first</source>
        <comment>a column</comment>
        <translation>%1，最新的在前</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <comment>a column</comment>
        <translation>%1，从大到小</translation>
    </message>
</context>
<context>
    <name>ui::models::RoutingRuleModel</name>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>%1. %2 %3. %4. %5</source>
        <translation>%1。%2 %3。%4。%5</translation>
    </message>
    <message>
        <source>On</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Passed over: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>所有请求</translation>
    </message>
</context>
<context>
    <name>ui::models::StreamEventModel</name>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Since previous</source>
        <translation>距上一个</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>ui::models::TargetHealthModel</name>
    <message>
        <source>with the next request</source>
        <translation>随下一个请求</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>when you release it</source>
        <translation>由您释放时</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1 / all models</source>
        <translation>%1 / 所有模型</translation>
    </message>
    <message>
        <source>Key rests</source>
        <translation>密钥暂停使用</translation>
    </message>
    <message>
        <source>The provider limited or refused the key.</source>
        <translation>提供商限制或拒绝了该密钥。</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>无需密钥</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败次数</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ui::models::TimeSlotModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>ui::models::UsageTableModel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed</source>
        <translation>%1 个请求，其中 %2 个失败</translation>
    </message>
    <message>
        <source>%1 fresh input, %2 from the cache, %3 written to it, %4 output</source>
        <translation>新输入 %1，来自缓存 %2，写入缓存 %3，输出 %4</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1，不含 %n 次费用未知的尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>ui::models::VirtualKeyTableModel</name>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>use of a limit, its window</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, may use %3, %4</source>
        <comment>name, state, models, use</comment>
        <translation>%1，%2，可使用 %3，%4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>可使用</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
</context>
<context>
    <name>ui::pages</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::pages::BodyTab</name>
    <message>
        <source>Body of the request</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>应答正文</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Load all of the body</source>
        <translation>加载完整正文</translation>
    </message>
    <message>
        <source>The body is shown when the request has ended.</source>
        <translation>请求结束后显示正文。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>仅保存了统计数据：当时的捕获级别不包含正文。</translation>
    </message>
    <message>
        <source>The request had no body.</source>
        <translation>请求没有正文。</translation>
    </message>
    <message>
        <source>The answer had no body.</source>
        <translation>应答没有正文。</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>显示 %2 中的前 %1。</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>加载全部 %1</translation>
    </message>
    <message>
        <source>This is not valid JSON; it is shown as text.</source>
        <translation>这不是有效的 JSON；以文本显示。</translation>
    </message>
    <message>
        <source>Only the first %1 were stored.</source>
        <translation>只保存了前 %1。</translation>
    </message>
    <message>
        <source>The answer came as a stream; its events are in Stream.</source>
        <translation>应答以流的形式到达；其事件在“流”中。</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Expand below</source>
        <translation>展开下级</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
</context>
<context>
    <name>ui::pages::ClientsPage</name>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Copy snippet</source>
        <translation>复制代码片段</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>还原…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>将写入的内容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>No known program on this computer</source>
        <translation>本机上没有已知的程序</translation>
    </message>
    <message>
        <source>%1 of %2 found programs connected</source>
        <translation>找到的 %2 个程序中已连接 %1 个</translation>
    </message>
    <message>
        <source>Every tool needs a virtual key. Paste the value of one.</source>
        <translation>每个工具都需要虚拟密钥。请粘贴一个密钥的值。</translation>
    </message>
    <message>
        <source>Any word will do. The value of a virtual key tells tools apart.</source>
        <translation>任意单词都可以。填虚拟密钥的值可以区分不同工具。</translation>
    </message>
    <message>
        <source>The gateway has no address yet. Start it first.</source>
        <translation>网关还没有地址。请先启动网关。</translation>
    </message>
    <message>
        <source>goes again</source>
        <translation>将移除</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>%1 lines added, %2 removed; all else stays byte for byte</source>
        <translation>增加 %1 行，移除 %2 行；其余内容逐字节不变</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what happens to it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing is left to write.</source>
        <translation>没有要写入的内容了。</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>还原 %1</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>应用到 %1</translation>
    </message>
    <message>
        <source>Nothing is written before you apply it. A safety copy is kept.</source>
        <translation>应用之前不会写入任何内容。会保留一份备份。</translation>
    </message>
    <message>
        <source>This brings the files back as they were before Bilrost changed them.</source>
        <translation>这会把文件恢复到 Bilrost 更改之前的样子。</translation>
    </message>
    <message>
        <source>Restored. %1 notices at its next start.</source>
        <translation>已还原。%1 会在下次启动时生效。</translation>
    </message>
    <message>
        <source>Written. %1 picks it up at its next start.</source>
        <translation>已写入。%1 会在下次启动时采用。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
</context>
<context>
    <name>ui::pages::ConversationTab</name>
    <message>
        <source>Show all parts</source>
        <translation>显示所有部分</translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation>%1 到首个 token</translation>
    </message>
    <message>
        <source>The conversation is shown as soon as the answer begins.</source>
        <translation>应答一开始就会显示对话。</translation>
    </message>
    <message>
        <source>There is no conversation in this request; Request and Response show it.</source>
        <translation>此请求中没有对话；请查看“请求”和“应答”。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the conversation out.</source>
        <translation>仅保存了统计数据：当时的捕获级别不包含对话。</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>1 tool call</source>
        <translation>1 次工具调用</translation>
    </message>
    <message numerus="yes">
        <source>%n tool calls</source>
        <translation>
            <numerusform>%n 次工具调用</numerusform>
        </translation>
    </message>
    <message>
        <source>↓ Following the stream</source>
        <translation>↓ 正在跟随流</translation>
    </message>
    <message>
        <source>↓ Follow the stream</source>
        <translation>↓ 跟随流</translation>
    </message>
    <message>
        <source>Following the stream</source>
        <translation>正在跟随流</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>跟随流</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <translation>缓存 %1</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Enter or F3 goes to the next place, Shift+F3 to the one before</source>
        <translation>按 Enter 或 F3 到下一处，Shift+F3 到上一处</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>in 1 part</source>
        <translation>在 1 个部分中</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>在 %1 个部分中</translation>
    </message>
</context>
<context>
    <name>ui::pages::DashboardPage</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1，%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>only this computer can connect</source>
        <translation>只有本机可以连接</translation>
    </message>
    <message>
        <source>no program can connect</source>
        <translation>任何程序都无法连接</translation>
    </message>
    <message>
        <source>other computers can connect</source>
        <translation>其他计算机可以连接</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>启动网关</translation>
    </message>
    <message numerus="yes">
        <source>%n tries have no price</source>
        <translation>
            <numerusform>%n 次尝试没有价格</numerusform>
        </translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>全部都有价格</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>none failed</source>
        <translation>没有失败</translation>
    </message>
    <message>
        <source>%1 of them written</source>
        <translation>其中写入 %1</translation>
    </message>
    <message>
        <source>of the input</source>
        <translation>占输入的比例</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>尚未出现</translation>
    </message>
    <message>
        <source>No program asks here yet.</source>
        <translation>还没有程序在此发出请求。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>Add a provider to begin</source>
        <translation>先添加一个提供商</translation>
    </message>
    <message>
        <source>Point a tool at %1, and its first request appears here as it runs.</source>
        <translation>让工具指向 %1，它的首个请求会在运行时显示在此处。</translation>
    </message>
    <message>
        <source>One key is enough. Local servers such as Ollama need none.</source>
        <translation>一个密钥就够了。Ollama 等本地服务器不需要密钥。</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>连接工具</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>今日花费</translation>
    </message>
    <message>
        <source>Requests today</source>
        <translation>今日请求</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>今日 token</translation>
    </message>
    <message>
        <source>Read from cache</source>
        <translation>从缓存读取</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近一小时</translation>
    </message>
    <message>
        <source>requests per minute, failed ones on top</source>
        <translation>每分钟请求数，失败的在上方</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Open Requests</source>
        <translation>打开“请求”</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>requests in the last hour</source>
        <translation>最近一小时的请求</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all clients</source>
        <translation>显示所有客户端</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
</context>
<context>
    <name>ui::pages::DiagnosticsPage</name>
    <message>
        <source>Save diagnostics</source>
        <translation>保存诊断信息</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>What is copied or saved</source>
        <translation>复制或保存的内容</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>No keys, prompts or answers are in it. This is all that is copied or saved.</source>
        <translation>其中没有密钥、提示词和应答。复制或保存的就是这些内容。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>ui::pages::FoundKeysRow</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose keys of the environment</source>
        <translation>选择环境中的密钥</translation>
    </message>
    <message>
        <source>The environment has keys that are not used: %1</source>
        <translation>环境中有未使用的密钥：%1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HeadersTab</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Headers: %1</source>
        <translation>标头：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Answer: no headers</source>
        <translation>应答：无标头</translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation>应答：状态 %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::HealthBoardView</name>
    <message>
        <source>Every target is well. One that fails five times in a row is left alone for a while, then one request tries it again. It is listed here with its reason.</source>
        <translation>所有目标均正常。连续失败五次的目标会被搁置一段时间，然后由一个请求重新尝试。它会连同原因列在此处。</translation>
    </message>
    <message>
        <source>Hold a target</source>
        <translation>挂起目标</translation>
    </message>
    <message>
        <source>Hold a target of a rule</source>
        <translation>挂起规则中的某个目标</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Hold or release the selected target</source>
        <translation>挂起或释放所选目标</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Treat the selected target as well</source>
        <translation>将所选目标视为正常</translation>
    </message>
    <message>
        <source>As if it had never failed: the next request may go there.</source>
        <translation>如同从未失败：下一个请求可以使用它。</translation>
    </message>
    <message>
        <source>Targets in trouble</source>
        <translation>有问题的目标</translation>
    </message>
    <message numerus="yes">
        <source>%n left alone</source>
        <translation>
            <numerusform>%n 个已搁置</numerusform>
        </translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Requests may go there again.</source>
        <translation>请求可以再次使用它。</translation>
    </message>
    <message>
        <source>It is not asked until you release it, as long as there is another.</source>
        <translation>只要还有其他目标，在您释放之前不会使用它。</translation>
    </message>
    <message>
        <source>No alias or rule names a target yet</source>
        <translation>还没有别名或规则指定目标</translation>
    </message>
</context>
<context>
    <name>ui::pages::KeyUsePane</name>
    <message>
        <source>Spend today</source>
        <translation>今日花费</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>May use</source>
        <translation>可使用</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存内容</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>值的时间</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Limits and rights</source>
        <translation>限额与权限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>totals only, no content</source>
        <translation>仅统计数据，无内容</translation>
    </message>
    <message>
        <source>requests, as the capture level says</source>
        <translation>按捕获级别保存请求</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>not kept of a private key</source>
        <translation>私有密钥不保存</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <comment>name of a virtual key</comment>
        <translation>%1 的花费</translation>
    </message>
    <message>
        <source>Spend against the budget</source>
        <translation>花费与预算</translation>
    </message>
    <message>
        <source>only totals are kept</source>
        <translation>仅保存统计数据</translation>
    </message>
</context>
<context>
    <name>ui::pages::LimitsView</name>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the selected limit</source>
        <translation>编辑所选限额</translation>
    </message>
    <message>
        <source>Begin anew…</source>
        <translation>重新计算…</translation>
    </message>
    <message>
        <source>Count the selected limit from nothing</source>
        <translation>将所选限额从零计算</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>新建限额</translation>
    </message>
    <message>
        <source>Nothing is limited. A limit stops requests in time when more money, requests or tokens would be used than you want: of all tools together, of one provider, model or key.</source>
        <translation>尚未设置任何限额。限额会在金额、请求或 token 的用量超出预期之前及时阻止请求：可针对所有工具合计，或某个提供商、模型或密钥。</translation>
    </message>
    <message>
        <source>Set a limit</source>
        <translation>设置限额</translation>
    </message>
    <message>
        <source>Set the first limit</source>
        <translation>设置第一个限额</translation>
    </message>
    <message numerus="yes">
        <source>%n limits</source>
        <translation>
            <numerusform>%n 个限额</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>，%n 个已用尽</numerusform>
        </translation>
    </message>
    <message>
        <source>Count from nothing again?</source>
        <translation>从零重新计算吗？</translation>
    </message>
    <message>
        <source>%1: what was used so far (%2) does not count against the limit any more. Usage keeps it, and the window of the limit ends when it would have.</source>
        <comment>whose limit, what is used of it</comment>
        <translation>%1：目前的用量（%2）不再计入限额。用量统计会保留它，限额周期的结束时间不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>The limit was not deleted</source>
        <translation>限额未删除</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ui::pages::ModelLimitsEditor</name>
    <message>
        <source>For single models</source>
        <translation>个别模型</translation>
    </message>
    <message>
        <source>Instead of the provider’s times. A * at the end stands for anything.</source>
        <translation>取代提供商的时限。末尾的 * 代表任意内容。</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>添加模型</translation>
    </message>
    <message>
        <source>Model with its own times</source>
        <translation>使用单独时限的模型</translation>
    </message>
    <message>
        <source>Remove this model&apos;s times</source>
        <translation>移除此模型的时限</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>完整应答</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Asked, sent, answered</source>
        <translation>请求、发送、应答</translation>
    </message>
    <message>
        <source>Client asked</source>
        <translation>客户端请求</translation>
    </message>
    <message>
        <source>Sent upstream</source>
        <translation>发往上游</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>This request was not sent to a provider.</source>
        <translation>此请求未发送给提供商。</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>应答用时</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>每百万</translation>
    </message>
    <message>
        <source>The tries are shown when the request has ended.</source>
        <translation>请求结束后显示各次尝试。</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
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
        <translation>流式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, path</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，地址 %2</translation>
    </message>
    <message>
        <source>%1, session %2</source>
        <translation>%1，会话 %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::OwnersView</name>
    <message>
        <source>Teams and customers</source>
        <translation>团队和客户</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the selected team or customer</source>
        <translation>编辑所选团队或客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>新建团队</translation>
    </message>
    <message>
        <source>You need neither to use Bilrost by yourself. A team holds several keys under one budget; a customer holds several teams. What their keys use counts for them, too.</source>
        <translation>独自使用 Bilrost 时两者都不需要。团队把多个密钥归入一个预算；客户包含多个团队。其密钥的用量也会计入它们。</translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation>
            <numerusform>%n 个客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n teams</source>
        <translation>
            <numerusform>%n 个团队</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The team was not deleted</source>
        <translation>团队未删除</translation>
    </message>
    <message>
        <source>The customer was not deleted</source>
        <translation>客户未删除</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ui::pages::PricesPage</name>
    <message>
        <source>Find a price</source>
        <translation>查找价格</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Set own price…</source>
        <translation>设置自定价格…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>恢复为价目表</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>添加价格</translation>
    </message>
    <message>
        <source>%1 shown, %2 of your own; dollars for a million tokens</source>
        <translation>显示 %1 项，自定 %2 项；每百万 token 的美元价格</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>No price for “%1”. Add one.</source>
        <translation>没有“%1”的价格。请添加。</translation>
    </message>
    <message>
        <source>You have set no prices: the list counts.</source>
        <translation>您没有自定价格：以价目表为准。</translation>
    </message>
    <message>
        <source>No price list could be read, so every cost is unknown. Add a price.</source>
        <translation>读不到价目表，因此所有费用都未知。请添加价格。</translation>
    </message>
    <message>
        <source>The price was not removed</source>
        <translation>价格未移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No stored request got a price by it</source>
        <translation>没有已存的请求因此获得价格</translation>
    </message>
    <message numerus="yes">
        <source>%n requests got a price: %1 more</source>
        <translation>
            <numerusform>%n 个请求获得价格：增加 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Update prices…</source>
        <translation>更新价格…</translation>
    </message>
    <message>
        <source>The list was compared with others on %1.</source>
        <translation>价目表于 %1 与其他价目表核对过。</translation>
    </message>
    <message>
        <source>The list was taken over. %1</source>
        <translation>已采用价目表。%1</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEditor</name>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>新提供商</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>1 change not saved</source>
        <translation>1 项更改未保存</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not saved</source>
        <translation>
            <numerusform>%n 项更改未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Running requests keep the old settings.</source>
        <translation>正在进行的请求沿用旧设置。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave without adding the provider?</source>
        <translation>不添加提供商就离开吗？</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>不保存就离开吗？</translation>
    </message>
    <message>
        <source>1 change would be lost.</source>
        <translation>将丢失 1 项更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes would be lost.</source>
        <translation>
            <numerusform>将丢失 %n 项更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>提供商未移除</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Network and limits</source>
        <translation>网络与限额</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderEssentialsForm</name>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Also ask for one short answer; costs less than $0.001</source>
        <translation>同时请求一个简短应答；费用不到 $0.001</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test what is entered here</source>
        <translation>测试此处输入的内容</translation>
    </message>
    <message>
        <source>For example: Work server</source>
        <translation>例如：公司服务器</translation>
    </message>
    <message>
        <source>The provider needs a name.</source>
        <translation>提供商需要名称。</translation>
    </message>
    <message>
        <source>The address must begin with https:// or http:// and name a host.</source>
        <translation>地址必须以 https:// 或 http:// 开头并包含主机名。</translation>
    </message>
    <message>
        <source>The key is missing.</source>
        <translation>缺少密钥。</translation>
    </message>
    <message>
        <source>Another host needs its key entered again.</source>
        <translation>更换主机需要重新输入密钥。</translation>
    </message>
    <message>
        <source>The stored key is only sent to %1. Enter the key for the new host.</source>
        <translation>已存的密钥只会发送到 %1。请输入新主机的密钥。</translation>
    </message>
    <message>
        <source>A Bedrock API key. For an access key with its secret key leave this empty, save, and add it under Keys.</source>
        <translation>Bedrock 的 API 密钥。若使用访问密钥及其私有密钥，请将此处留空并保存，然后在“密钥”中添加。</translation>
    </message>
    <message>
        <source>It goes into the key store of this computer, never into a settings file.</source>
        <translation>它会存入本机的密钥存储，绝不会写入设置文件。</translation>
    </message>
    <message>
        <source>Small letters, digits, dot and dash. It begins the names of models.</source>
        <translation>小写字母、数字、点和短横线。模型名称以它开头。</translation>
    </message>
    <message>
        <source>Used in model names: %1/…</source>
        <translation>用于模型名称：%1/…</translation>
    </message>
    <message>
        <source>It must begin with https:// or http:// and name a host.</source>
        <translation>必须以 https:// 或 http:// 开头并包含主机名。</translation>
    </message>
    <message>
        <source>Without https, keys and prompts cross the network unencrypted.</source>
        <translation>不使用 https 时，密钥和提示词会以明文在网络中传输。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>first match by model, then by weight</source>
        <translation>先按模型匹配，再按权重</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>About the key</source>
        <translation>关于密钥</translation>
    </message>
    <message>
        <source>Keys are made at %1. Yours goes into the key store of this computer, never into a settings file.</source>
        <translation>密钥在 %1 创建。您的密钥会保存在本机的密钥库中，绝不写入设置文件。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderExpertForm</name>
    <message>
        <source>Health probe</source>
        <translation>健康探测</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Asked while the provider is in trouble, so that no request has to find out: “models” for its list of models, or a path such as /health.</source>
        <translation>在提供商出现故障期间进行询问，无需由请求去试探：填“models”表示其模型列表，或填 /health 之类的路径。</translation>
    </message>
    <message>
        <source>Requests that it takes, one a line</source>
        <translation>接受的请求，每行一个</translation>
    </message>
    <message>
        <source>Paths of its own, one a line</source>
        <translation>自有路径，每行一个</translation>
    </message>
    <message>
        <source>Requests that it takes</source>
        <translation>接受的请求</translation>
    </message>
    <message>
        <source>One a line, as “chat_completion” or “embedding”; a stream, as “chat_completion_stream”, is one of its own. Empty means all.</source>
        <translation>每行一个，如“chat_completion”或“embedding”；流式请求（如“chat_completion_stream”）单独计算。留空表示全部。</translation>
    </message>
    <message>
        <source>Paths of its own</source>
        <translation>自有路径</translation>
    </message>
    <message>
        <source>One a line: the request, a colon, and a path or a whole URL.</source>
        <translation>每行一个：请求、冒号，以及路径或完整 URL。</translation>
    </message>
    <message>
        <source>“%1” is not “request: path” and will not be saved.</source>
        <translation>“%1”不是“请求: 路径”的形式，不会被保存。</translation>
    </message>
    <message>
        <source>Have nothing kept at the provider</source>
        <translation>不在提供商处保存任何内容</translation>
    </message>
    <message>
        <source>What the provider keeps</source>
        <translation>提供商保存的内容</translation>
    </message>
    <message>
        <source>Conversations and responses go out with “store” switched off, whatever a client says.</source>
        <translation>无论客户端如何指定，对话和响应都会以关闭“store”的方式发出。</translation>
    </message>
    <message>
        <source>The key stands in the address</source>
        <translation>密钥放在地址中</translation>
    </message>
    <message>
        <source>Where the key stands</source>
        <translation>密钥的位置</translation>
    </message>
    <message>
        <source>Only for servers that know no other way: others may write addresses down. Bilrost does not.</source>
        <translation>仅用于不支持其他方式的服务器：地址可能被其他程序记录下来。Bilrost 不会记录。</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>To one host of this provider. A request beyond that waits.</source>
        <translation>到此提供商的同一主机。超出的请求会等待。</translation>
    </message>
    <message>
        <source>Idle at most</source>
        <translation>最长空闲</translation>
    </message>
    <message>
        <source>Then a connection that carries no request is closed.</source>
        <translation>之后会关闭没有请求的连接。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderLineForm</name>
    <message>
        <source>Refuse what finds the line full</source>
        <translation>队列已满时拒绝</translation>
    </message>
    <message>
        <source>May be on this computer or in a private network</source>
        <translation>可以位于本机或专用网络中</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>访问范围</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>Requests. The others wait in line.</source>
        <translation>个请求。其余的排队等待。</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Needed only while other computers can reach Bilrost.</source>
        <translation>仅在其他计算机可以访问 Bilrost 时需要。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProviderModelsSection</name>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A test asks the provider for them.</source>
        <translation>测试时会向提供商查询。</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>已知 %1 个</translation>
    </message>
    <message>
        <source>%1 known, %2 may be used</source>
        <translation>已知 %1 个，可使用 %2 个</translation>
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
        <translation>与应答相同</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>等待时限</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>连接时限</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>首字节时限</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>首个 token 时限</translation>
    </message>
    <message>
        <source>Of a stream. Signs of life do not count.</source>
        <translation>针对流。保活信号不计。</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>静默上限</translation>
    </message>
    <message>
        <source>Between two pieces of a stream.</source>
        <translation>流的两段内容之间。</translation>
    </message>
    <message>
        <source>Answer within</source>
        <translation>应答时限</translation>
    </message>
    <message>
        <source>Stream within</source>
        <translation>流时限</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Times, after the first try, before anything was sent to the client.</source>
        <translation>首次尝试之后、尚未向客户端发送内容时的次数。</translation>
    </message>
    <message>
        <source>Wait before it</source>
        <translation>重试前等待</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>Each try doubles the wait up to here, and chance shortens it. What the provider asks for comes first.</source>
        <translation>每次尝试都会把等待时间加倍，直到此上限，并随机缩短。提供商要求的等待优先。</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
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
        <translation>留空则保留已存的密码</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Use HTTP/2 where the server offers it</source>
        <translation>服务器支持时使用 HTTP/2</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate</source>
        <translation>不检查服务器证书</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Trusted besides the system&apos;s certificates (PEM)</source>
        <translation>除系统证书外另行信任的证书 (PEM)</translation>
    </message>
    <message>
        <source>Extra headers, one a line</source>
        <translation>附加标头，每行一个</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加标头</translation>
    </message>
    <message>
        <source>Anyone on the way can read your key and your prompts</source>
        <translation>途中的任何人都能读取您的密钥和提示词</translation>
    </message>
    <message>
        <source>If the server has a certificate of its own, trust that one below instead.</source>
        <translation>如果服务器使用自己的证书，请改为在下方信任该证书。</translation>
    </message>
    <message>
        <source>One a line, “Name: value”. Sent with every request.</source>
        <translation>每行一个，格式为“名称: 值”。随每个请求发送。</translation>
    </message>
    <message>
        <source>“%1” is not “Name: value” and will not be sent.</source>
        <translation>“%1”不是“名称: 值”格式，不会发送。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the selected provider</source>
        <translation>编辑所选提供商</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>One field to fill in.</source>
        <translation>只需填写一项。</translation>
    </message>
    <message>
        <source>Providers that can be added</source>
        <translation>可添加的提供商</translation>
    </message>
    <message>
        <source>Add a provider to start. One key is enough.</source>
        <translation>先添加一个提供商。一个密钥就够了。</translation>
    </message>
    <message numerus="yes">
        <source>%n set up</source>
        <translation>
            <numerusform>已设置 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n healthy</source>
        <translation>
            <numerusform>，%n 个正常</numerusform>
        </translation>
    </message>
    <message>
        <source>, 1 needs a look</source>
        <translation>，1 个需要关注</translation>
    </message>
    <message numerus="yes">
        <source>, %n need a look</source>
        <translation>
            <numerusform>，%n 个需要关注</numerusform>
        </translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>添加一个</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>再添加一个</translation>
    </message>
    <message>
        <source>Enter new key</source>
        <translation>输入新密钥</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>检查地址</translation>
    </message>
    <message>
        <source>Requests for “%1/…” fail until this is solved.</source>
        <translation>在解决之前，发往“%1/…”的请求都会失败。</translation>
    </message>
    <message>
        <source>The provider was not removed</source>
        <translation>提供商未移除</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Find a provider</source>
        <translation>查找提供商</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>本机已离线</translation>
    </message>
    <message>
        <source>Only providers on it can be reached. The others are tried again when the network is back.</source>
        <translation>只能访问本机上的提供商。网络恢复后会重试其他提供商。</translation>
    </message>
</context>
<context>
    <name>ui::pages::ProxyInForce</name>
    <message>
        <source>Requests go straight to the provider: a server on this computer is reached without a proxy.</source>
        <translation>请求直接发往提供商：访问本机上的服务器不经过代理。</translation>
    </message>
    <message>
        <source>Requests go straight to the provider.</source>
        <translation>请求直接发往提供商。</translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation>请输入代理的地址。</translation>
    </message>
    <message>
        <source>Requests go through %1.</source>
        <translation>请求经由 %1。</translation>
    </message>
    <message>
        <source>Asking the system for its proxy…</source>
        <translation>正在向系统查询代理…</translation>
    </message>
    <message>
        <source>Requests go straight to the provider: neither the environment nor the system names a proxy for this host.</source>
        <translation>请求直接发往提供商：环境变量和系统都没有为此主机指定代理。</translation>
    </message>
    <message>
        <source>Requests go through %1, as the environment or the system says.</source>
        <translation>按照环境变量或系统的设置，请求经由 %1。</translation>
    </message>
</context>
<context>
    <name>ui::pages::RawTab</name>
    <message>
        <source>Load all of the bodies</source>
        <translation>加载完整正文</translation>
    </message>
    <message>
        <source>The exchange as text</source>
        <translation>以文本显示的往来内容</translation>
    </message>
    <message>
        <source>Secrets are masked.</source>
        <translation>机密信息已遮盖。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the bodies out.</source>
        <translation>仅保存了统计数据：当时的捕获级别不包含正文。</translation>
    </message>
    <message>
        <source>The first %1 of each body are shown. Secrets are masked.</source>
        <translation>显示每个正文的前 %1。机密信息已遮盖。</translation>
    </message>
    <message>
        <source>Load all %1</source>
        <translation>加载全部 %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestColumns</name>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestCommands</name>
    <message>
        <source>It could not be sent: %1</source>
        <translation>无法发送：%1</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Edit and resend…</source>
        <translation>编辑并重新发送…</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>复制为 cURL</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>复制为 Python</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>复制为 JavaScript</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>复制错误</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>与前一个请求比较</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Sent again.</source>
        <translation>已再次发送。</translation>
    </message>
    <message>
        <source>The list has no request of this session before it. Select two to compare them.</source>
        <translation>列表中没有此会话的更早请求。请选择两个请求进行比较。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What is to be remembered about this request; the filter finds it.</source>
        <translation>关于此请求需要记住的内容；筛选时可以找到。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestDetailPane</name>
    <message>
        <source>Select a request to see what was asked, who answered and how long it took.</source>
        <translation>选择一个请求，查看请求内容、由谁应答以及耗时。</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Cancel the running request (Ctrl+.)</source>
        <translation>取消正在进行的请求 (Ctrl+.)</translation>
    </message>
    <message>
        <source>Why here?</source>
        <translation>为何路由到此？</translation>
    </message>
    <message>
        <source>Shows in the simulator which rules, keys and targets decide about this request</source>
        <translation>在模拟器中显示由哪些规则、密钥和目标决定此请求</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send it to this gateway again (Ctrl+R); Ctrl+Shift+R edits it before</source>
        <translation>再次发送到此网关 (Ctrl+R)；Ctrl+Shift+R 可先编辑</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with the request before it of the same session (Ctrl+D)</source>
        <translation>与同一会话的前一个请求比较 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy as a program with the local address and a placeholder for the key</source>
        <translation>复制为程序代码，使用本地地址和密钥占位符</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>复制为 cURL</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>复制为 Python</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>复制为 JavaScript</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>This request is hidden by the filter.</source>
        <translation>此请求被筛选条件隐藏。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的各部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>The details of this request could not be read: %1</source>
        <translation>无法读取此请求的详细信息：%1</translation>
    </message>
    <message>
        <source>The request has not been read yet.</source>
        <translation>请求尚未读取。</translation>
    </message>
    <message>
        <source>Copied without a body: none was stored.</source>
        <translation>已复制，不含正文：正文未保存。</translation>
    </message>
    <message>
        <source>Copied with the part of the body that was stored.</source>
        <translation>已复制，包含已保存的部分正文。</translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation>已复制为 %1。</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>已复制链接。</translation>
    </message>
    <message>
        <source>Its body was not stored as a whole, so it cannot be asked again.</source>
        <translation>其正文未完整保存，因此无法再次请求。</translation>
    </message>
    <message>
        <source>There is no error to copy.</source>
        <translation>没有可复制的错误。</translation>
    </message>
    <message>
        <source>Error copied.</source>
        <translation>已复制错误。</translation>
    </message>
    <message>
        <source>Id copied.</source>
        <translation>已复制 ID。</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1，本地时间</translation>
    </message>
    <message>
        <source>Copy the id %1</source>
        <translation>复制 ID %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestTimes</name>
    <message>
        <source>All times</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Requests by time</source>
        <translation>按时间的请求</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Requests by time as a table</source>
        <translation>按时间的请求，以表格显示</translation>
    </message>
    <message>
        <source>%1 · %2 requests · %3 failed · %4</source>
        <translation>%1 · %2 个请求 · %3 个失败 · %4</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
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
        <translation>详情位置 (F8)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>被限速</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Pause or resume the list (Space)</source>
        <translation>暂停或继续列表（空格）</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>筛选请求</translation>
    </message>
    <message>
        <source>Filter, for example  cost&gt;5c provider:anthropic</source>
        <translation>筛选，例如  cost&gt;5c provider:anthropic</translation>
    </message>
    <message>
        <source>Filter the requests (Ctrl+F): words, or conditions such as cost&gt;5c, state:error, is:fallback, joined by and, or, not and brackets</source>
        <translation>筛选请求 (Ctrl+F)：文字或条件，例如 cost&gt;5c、state:error、is:fallback，用 and、or、not 和括号组合</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1 new</source>
        <comment>requests that arrived meanwhile</comment>
        <translation>%1 个新请求</translation>
    </message>
    <message>
        <source>Resume the list: %1</source>
        <translation>继续列表：%1</translation>
    </message>
    <message>
        <source>Show the newest requests: %1</source>
        <translation>显示最新请求：%1</translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation>暂停列表</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已保存的筛选</translation>
    </message>
    <message>
        <source>Group by session</source>
        <translation>按会话分组</translation>
    </message>
    <message>
        <source>What was said is not searched. Settings, “Storage and privacy”, switches that on.</source>
        <translation>内容未被检索。可在设置的“存储与隐私”中开启。</translation>
    </message>
    <message>
        <source> (%1 of the stored requests are searched so far)</source>
        <translation> (目前可检索已存储请求的 %1)</translation>
    </message>
    <message>
        <source>By time</source>
        <comment>the order of the list that a click brings back</comment>
        <translation>按时间</translation>
    </message>
    <message>
        <source>The list is sorted by a column. Back to the newest requests (End)</source>
        <translation>列表按某一列排序。返回最新请求（End）</translation>
    </message>
</context>
<context>
    <name>ui::pages::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation>请求，最新的在前</translation>
    </message>
    <message>
        <source>Connect a tool</source>
        <translation>连接工具</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>筛选请求</translation>
    </message>
    <message>
        <source>Go to the newest request</source>
        <translation>转到最新请求</translation>
    </message>
    <message>
        <source>Pause or resume the list</source>
        <translation>暂停或继续列表</translation>
    </message>
    <message>
        <source>Change the place of the detail</source>
        <translation>更改详情位置</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>恢复为价目表</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 / %2 个请求</translation>
    </message>
    <message>
        <source>No request matches. %1 are stored.</source>
        <translation>没有匹配的请求。共存有 %1 个。</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Point a tool at %1</source>
        <translation>请求一开始就会显示在此处。请让工具指向 %1</translation>
    </message>
    <message>
        <source>Requests appear here as they start. Nothing is listening now: %1</source>
        <translation>请求一开始就会显示在此处。目前没有监听：%1</translation>
    </message>
    <message>
        <source>Requests appear here as they start. The gateway is stopped.</source>
        <translation>请求一开始就会显示在此处。网关已停止。</translation>
    </message>
    <message>
        <source>The stored requests could not be read: %1. New ones are still shown.</source>
        <translation>无法读取已存的请求：%1。新请求仍会显示。</translation>
    </message>
    <message>
        <source>The last request could not be stored. It still went through.</source>
        <translation>最后一个请求未能保存，但已正常处理。</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored. They still went through.</source>
        <translation>
            <numerusform>最后 %n 个请求未能保存，但都已正常处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>The last request could not be stored: %1. It still went through.</source>
        <translation>最后一个请求未能保存：%1。它已正常处理。</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests could not be stored: %1. They still went through.</source>
        <translation>
            <numerusform>最后 %n 个请求未能保存：%1。它们都已正常处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests cannot be stored: %1. They still go through.</source>
        <translation>请求无法保存：%1。请求仍会正常处理。</translation>
    </message>
    <message>
        <source>Show requests by time</source>
        <translation>按时间显示请求</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>%1 / %2 个会话</translation>
    </message>
    <message>
        <source>Group requests by session</source>
        <translation>按会话对请求分组</translation>
    </message>
    <message>
        <source>Sessions, newest first</source>
        <translation>会话，最新的在前</translation>
    </message>
    <message>
        <source>Close session</source>
        <translation>收起会话</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>展开会话</translation>
    </message>
    <message>
        <source>Show only this session</source>
        <translation>只显示此会话</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>只显示</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>耗时最长的在前</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>token 最多的在前</translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation>费用最高的在前</translation>
    </message>
    <message>
        <source>Requests, sorted by a column</source>
        <translation>请求，按某一列排序</translation>
    </message>
</context>
<context>
    <name>ui::pages::ResilienceForm</name>
    <message>
        <source>Tell the client</source>
        <translation>告知客户端</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>应答相同时继续</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>一律继续</translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>并行启动备用目标，等待</translation>
    </message>
    <message>
        <source>Start the fallback beside a slow target</source>
        <translation>在缓慢的目标之外并行启动备用目标</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>没有首个 token 时，启动备用目标前等待的秒数</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>流中断时</translation>
    </message>
    <message>
        <source>The request runs again. Where the new answer repeats what the client already has, the stream simply goes on. Where it differs, the client hears of the break, or the target is asked to go on from what the client has: models that refuse that are not asked.</source>
        <translation>请求会再次运行。如果新应答重复了客户端已有的内容，流会直接继续。如果有差异，则告知客户端流已中断，或请目标从客户端已有的内容继续：拒绝这样做的模型不会被请求。</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>启动缓慢时</translation>
    </message>
    <message>
        <source>The first token wins and the other one is cancelled. Models that usually think for longer get more time by themselves.</source>
        <translation>首个 token 先到者胜出，另一个会被取消。通常思考较久的模型会自动获得更多时间。</translation>
    </message>
    <message>
        <source>Wait when asked, up to</source>
        <translation>应要求等待，最长</translation>
    </message>
    <message>
        <source>A provider that asks for a longer wait (Retry-After) is not waited for: the fallback takes over at once.</source>
        <translation>如果提供商要求等待更久 (Retry-After)，则不再等待：立即由备用目标接替。</translation>
    </message>
    <message>
        <source>For all routes, in force at once. Retries and their waits belong to each provider: Providers, Network and limits.</source>
        <translation>适用于所有路由，立即生效。重试及其等待时间属于各提供商：“提供商”、“网络和限制”。</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>保留最前面的 token：</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>保留到结束</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>保留的 token 数</translation>
    </message>
    <message>
        <source>Mind how targets fare</source>
        <translation>考虑目标的状况</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>流</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>被保留的内容仍可以悄然改由另一个目标提供。</translation>
    </message>
    <message>
        <source>Draws by weight</source>
        <translation>按权重抽取</translation>
    </message>
    <message>
        <source>Fast, cheap and healthy targets with room in their rate limits are drawn more often than their weight says. “Why here?” tells how much.</source>
        <translation>快速、便宜、健康且速率限制仍有余量的目标，被抽中的机会会高于其权重。“为何路由到此？”会说明高出多少。</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteCareForm</name>
    <message>
        <source>Patience and care</source>
        <translation>时限与容错</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>Connect within</source>
        <translation>连接时限</translation>
    </message>
    <message>
        <source>First byte within</source>
        <translation>首字节时限</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>首个 token 时限</translation>
    </message>
    <message>
        <source>Silence at most</source>
        <translation>静默上限</translation>
    </message>
    <message>
        <source>Whole answer within</source>
        <translation>完整应答时限</translation>
    </message>
    <message>
        <source>As for all routes</source>
        <translation>与所有路由相同</translation>
    </message>
    <message>
        <source>Tell the client</source>
        <translation>告知客户端</translation>
    </message>
    <message>
        <source>Go on where answers are equal</source>
        <translation>应答相同时继续</translation>
    </message>
    <message>
        <source>Go on in any case</source>
        <translation>一律继续</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Start the fallback beside it after</source>
        <translation>并行启动备用目标，等待</translation>
    </message>
    <message>
        <source>Seconds without a first token before the fallback starts</source>
        <translation>没有首个 token 时，启动备用目标前等待的秒数</translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Hold back the first tokens:</source>
        <translation>保留最前面的 token：</translation>
    </message>
    <message>
        <source>Hold back to the end</source>
        <translation>保留到结束</translation>
    </message>
    <message>
        <source>Tokens that are held back</source>
        <translation>保留的 token 数</translation>
    </message>
    <message>
        <source>By weight only</source>
        <translation>仅按权重</translation>
    </message>
    <message>
        <source>By weight and how targets fare</source>
        <translation>按权重和目标状况</translation>
    </message>
    <message>
        <source>If a stream breaks</source>
        <translation>流中断时</translation>
    </message>
    <message>
        <source>If a start is slow</source>
        <translation>启动缓慢时</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>流</translation>
    </message>
    <message>
        <source>What is held back can still come from another target, unseen.</source>
        <translation>被保留的内容仍可以悄然改由另一个目标提供。</translation>
    </message>
    <message>
        <source>Targets are drawn</source>
        <translation>目标抽取方式</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteEditor</name>
    <message>
        <source>On</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>The rule is on</source>
        <translation>规则已启用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>Near the budget, go small</source>
        <translation>接近预算时改用小模型</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>empty: every request</source>
        <translation>留空：所有请求</translation>
    </message>
    <message>
        <source>Edit as a rule</source>
        <translation>作为规则编辑</translation>
    </message>
    <message>
        <source>Tools that ask for this name get a target below. It is in the lists of models.</source>
        <translation>请求此名称的工具会使用下面的某个目标。该名称会出现在模型列表中。</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>One of them is drawn for each request, by its share.</source>
        <translation>每个请求按份额从中抽取一个。</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>If that fails</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>Asked one after the other, before the client hears of a failure.</source>
        <translation>在客户端得知失败之前，依次请求。</translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation>添加备用目标</translation>
    </message>
    <message>
        <source>Look no further</source>
        <translation>不再继续查找</translation>
    </message>
    <message>
        <source>Ask the rules again with the new names</source>
        <translation>用新名称再次检查规则</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>A virtual key</source>
        <translation>某个虚拟密钥</translation>
    </message>
    <message>
        <source>A team</source>
        <translation>某个团队</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>某个客户</translation>
    </message>
    <message>
        <source>its id</source>
        <translation>其 ID</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>After a match</source>
        <translation>匹配之后</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>附注</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The alias needs a name.</source>
        <translation>别名需要名称。</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>规则需要名称。</translation>
    </message>
    <message>
        <source>The expression is not complete.</source>
        <translation>表达式不完整。</translation>
    </message>
    <message>
        <source>It needs a target.</source>
        <translation>需要一个目标。</translation>
    </message>
    <message>
        <source>A target needs its model.</source>
        <translation>目标需要指定模型。</translation>
    </message>
    <message>
        <source>A fallback needs its model.</source>
        <translation>备用目标需要指定模型。</translation>
    </message>
    <message>
        <source>Say for whom the rule is.</source>
        <translation>请指明规则适用于谁。</translation>
    </message>
    <message>
        <source>There is an alias of this name already.</source>
        <translation>已有同名的别名。</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>新建别名</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Changes not saved</source>
        <translation>更改未保存</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Line %1, character %2</source>
        <translation>第 %1 行，第 %2 个字符</translation>
    </message>
    <message>
        <source>Character %1</source>
        <translation>第 %1 个字符</translation>
    </message>
    <message>
        <source>The rule was not saved</source>
        <translation>规则未保存</translation>
    </message>
</context>
<context>
    <name>ui::pages::RouteTargetRow</name>
    <message>
        <source>model, as asked for</source>
        <translation>模型，按请求</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>上移	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>下移	Alt+Down</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>首个 token 时限</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>As asked for</source>
        <translation>按请求</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>fallback %1</source>
        <translation>备用目标 %1</translation>
    </message>
    <message>
        <source>Provider of %1</source>
        <translation>%1的提供商</translation>
    </message>
    <message>
        <source>Model of %1</source>
        <translation>%1的模型</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>%1的密钥</translation>
    </message>
    <message>
        <source>Move or remove %1</source>
        <translation>移动或移除%1</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>%1的份额</translation>
    </message>
    <message>
        <source>First token of %1 within</source>
        <translation>%1的首个 token 时限</translation>
    </message>
    <message>
        <source>%1 (not set up)</source>
        <translation>%1（未设置）</translation>
    </message>
    <message>
        <source>a key that is gone</source>
        <translation>已不存在的密钥</translation>
    </message>
    <message>
        <source>Drag it to another place</source>
        <translation>拖到其他位置</translation>
    </message>
</context>
<context>
    <name>ui::pages::RoutesPage</name>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Show or hide the simulator</source>
        <translation>显示或隐藏模拟器</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>New alias</source>
        <translation>新建别名</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>此页的各部分</translation>
    </message>
    <message>
        <source>Aliases and rules</source>
        <translation>别名和规则</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>If it goes wrong</source>
        <translation>出错时</translation>
    </message>
    <message>
        <source>An alias such as “medium” lets tools ask for a role, not a model. Make one, and change what answers without touching the tools.</source>
        <translation>有了“medium”这样的别名，工具请求的是角色而不是模型。创建一个别名，无需改动工具即可更换应答者。</translation>
    </message>
    <message>
        <source>A rule does the same for everything that you can say of a request: its tool, a header, the budget that is left. Without both, a request goes to the provider that it names.</source>
        <translation>规则对请求的一切特征同样有效：工具、标头、剩余预算。两者都没有时，请求转到它指定的提供商。</translation>
    </message>
    <message>
        <source>Make an alias</source>
        <translation>创建别名</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>编写规则</translation>
    </message>
    <message>
        <source>Aliases and rules, the first that matches decides</source>
        <translation>别名和规则，由第一个匹配项决定</translation>
    </message>
    <message numerus="yes">
        <source>%n alias(es)</source>
        <translation>
            <numerusform>%n 个别名</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>Health (%1)</source>
        <translation>健康状况 (%1)</translation>
    </message>
    <message>
        <source>Discard what was not saved?</source>
        <translation>放弃未保存的内容吗？</translation>
    </message>
    <message>
        <source>The rule in the editor has changes that are not in force.</source>
        <translation>编辑器中的规则有尚未生效的更改。</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>The order was not changed</source>
        <translation>顺序未更改</translation>
    </message>
    <message>
        <source>The rule was not switched</source>
        <translation>规则未切换</translation>
    </message>
    <message>
        <source>The rule was not removed</source>
        <translation>规则未移除</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>上移	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>下移	Alt+Down</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ui::pages::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>已保存的筛选</translation>
    </message>
    <message>
        <source>Remove a saved filter</source>
        <translation>移除已保存的筛选</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存此筛选…</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存此筛选</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>筛选名称</translation>
    </message>
</context>
<context>
    <name>ui::pages::SelectionSummary</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare the two requests</source>
        <translation>比较这两个请求</translation>
    </message>
    <message>
        <source>Compare the two requests (Ctrl+D)</source>
        <translation>比较这两个请求 (Ctrl+D)</translation>
    </message>
    <message numerus="yes">
        <source>%n requests selected</source>
        <translation>
            <numerusform>已选择 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count, share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>仍在进行</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>of them cached</source>
        <translation>其中来自缓存</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Without token counts</source>
        <translation>无 token 计数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>First started</source>
        <translation>最早开始</translation>
    </message>
    <message>
        <source>Last started</source>
        <translation>最晚开始</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>时间跨度</translation>
    </message>
    <message>
        <source>%1 sessions selected</source>
        <translation>已选择 %1 个会话</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>ui::pages::SettingsPage</name>
    <message>
        <source>Bilrost listens there now. No program on this computer named the port of before.</source>
        <translation>Bilrost 现在监听该端口。本机上没有程序使用之前的端口。</translation>
    </message>
    <message>
        <source>Bilrost listens there now. These programs still name the port of before: %1.</source>
        <translation>Bilrost 现在监听该端口。以下程序仍使用之前的端口：%1。</translation>
    </message>
    <message>
        <source>Running requests go on. Connected programs have to be told.</source>
        <translation>正在进行的请求会继续。需要告知已连接的程序。</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>%1 requests, %2</source>
        <translation>%1 个请求，%2</translation>
    </message>
    <message>
        <source>No setting matches “%1”.</source>
        <translation>没有与“%1”匹配的设置。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各部分</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation>每项更改立即生效。</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Find a setting…</source>
        <translation>查找设置…</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The window changes at once; requests go on.</source>
        <translation>窗口立即切换；请求继续进行。</translation>
    </message>
    <message>
        <source>Start Bilrost when I log in</source>
        <translation>登录时启动 Bilrost</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Off until you ask for it. Off again, nothing of it is left behind.</source>
        <translation>默认关闭，由您开启。再次关闭后不留任何痕迹。</translation>
    </message>
    <message>
        <source>autostart, login, boot</source>
        <translation>自动启动, 登录, 开机</translation>
    </message>
    <message>
        <source>In the tray, without a window</source>
        <translation>启动到托盘，不打开窗口</translation>
    </message>
    <message>
        <source>autostart, hidden</source>
        <translation>自动启动, 隐藏</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>每次询问</translation>
    </message>
    <message>
        <source>Hide, and keep the gateway running</source>
        <translation>隐藏，让网关继续运行</translation>
    </message>
    <message>
        <source>Quit, and stop the gateway</source>
        <translation>退出并停止网关</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>Hiding needs a system tray; without one, closing quits.</source>
        <translation>隐藏需要系统托盘；没有托盘时，关闭即退出。</translation>
    </message>
    <message>
        <source>tray, minimise, exit</source>
        <translation>托盘, 最小化, 退出</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>“Like the system” follows the desktop as it changes between light, dark and high contrast.</source>
        <translation>“跟随系统”会随桌面在浅色、深色和高对比度之间切换。</translation>
    </message>
    <message>
        <source>colour, night mode, accessibility</source>
        <translation>颜色, 夜间模式, 无障碍</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Usually only this computer reaches it; --host says otherwise.</source>
        <translation>通常只有本机可以访问；可用 --host 更改。</translation>
    </message>
    <message>
        <source>url, host, endpoint</source>
        <translation>url, 主机, 端点, host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>使用此端口</translation>
    </message>
    <message>
        <source>Show these programs</source>
        <translation>显示这些程序</translation>
    </message>
    <message>
        <source>listen, address, busy</source>
        <translation>监听, 地址, 占用</translation>
    </message>
    <message>
        <source>Storage and privacy</source>
        <translation>存储与隐私</translation>
    </message>
    <message>
        <source>Store of each request</source>
        <translation>每个请求的保存内容</translation>
    </message>
    <message>
        <source>What prompts and answers say is kept only where this says so. A change counts from the next request on; secrets are masked before anything is kept.</source>
        <translation>提示词和应答的内容只按此处的设置保存。更改从下一个请求起生效；保存前都会遮盖机密信息。</translation>
    </message>
    <message>
        <source>capture, body, recording, prompts, logging</source>
        <translation>捕获, 正文, 记录, 提示词, 日志</translation>
    </message>
    <message>
        <source>Stored now</source>
        <translation>当前已存</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>config.sqlite3 is small and precious; history.sqlite3 may be deleted while Bilrost is not running.</source>
        <translation>config.sqlite3 很小但很重要；history.sqlite3 可以在 Bilrost 未运行时删除。</translation>
    </message>
    <message>
        <source>where, files, database, backup</source>
        <translation>位置, 文件, 数据库, 备份</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Provider keys</source>
        <translation>提供商密钥</translation>
    </message>
    <message>
        <source>keychain, secrets, vault</source>
        <translation>钥匙串, 机密, 保险库</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>notification, message, alert</source>
        <translation>通知, 消息, 提醒</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>在以下情况通知我</translation>
    </message>
    <message>
        <source>A provider fails or cannot be reached</source>
        <translation>提供商出现故障或无法连接</translation>
    </message>
    <message>
        <source>It answers again</source>
        <translation>提供商恢复应答</translation>
    </message>
    <message>
        <source>A provider rejects its key</source>
        <translation>提供商拒绝其密钥</translation>
    </message>
    <message>
        <source>A request failed because every target had failed</source>
        <translation>所有目标都失败导致请求失败</translation>
    </message>
    <message>
        <source>A virtual key comes near its budget, or has spent it</source>
        <translation>虚拟密钥接近或用完预算</translation>
    </message>
    <message>
        <source>Never more than one in a minute for the same cause, and none while you look at this window.</source>
        <translation>同一原因每分钟最多一条；您正在看此窗口时不通知。</translation>
    </message>
    <message>
        <source>Where it is more, bodies go first and then requests, the oldest of each. The totals of Usage stay.</source>
        <translation>超出时，先删除正文，再删除请求，均从最旧的开始。“用量”中的总计会保留。</translation>
    </message>
    <message>
        <source>Addresses such as https://chat.example.com, with commas between them; * stands for one label. Programs need no entry.</source>
        <translation>类似 https://chat.example.com 的地址，用逗号分隔；* 代表一段域名。程序无需填写。</translation>
    </message>
    <message>
        <source> day</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Days that requests are kept</source>
        <translation>请求的保留天数</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Keep requests</source>
        <translation>保留请求</translation>
    </message>
    <message>
        <source>Older ones are deleted with their bodies. Pinned ones stay, and what was used and what it cost stays counted.</source>
        <translation>更早的请求会连同正文一起删除。已固定的请求会保留，用量和费用仍会计入。</translation>
    </message>
    <message>
        <source>retention, age, delete, clean, trim</source>
        <translation>保留, 时长, 删除, 清理, 修剪</translation>
    </message>
    <message>
        <source>Most space of stored requests</source>
        <translation>已存请求的最大空间</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Use these limits</source>
        <translation>使用这些限制</translation>
    </message>
    <message>
        <source>In at most</source>
        <translation>最多占用</translation>
    </message>
    <message>
        <source>retention, size, disk, space, delete</source>
        <translation>保留, 大小, 磁盘, 空间, 删除</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>最大请求</translation>
    </message>
    <message>
        <source>What is larger is refused with 413.</source>
        <translation>更大的请求会以 413 拒绝。</translation>
    </message>
    <message>
        <source>body, upload, limit, size</source>
        <translation>正文, 上传, 限制, 大小</translation>
    </message>
    <message>
        <source>Web pages that may ask</source>
        <translation>允许请求的网页</translation>
    </message>
    <message>
        <source>only those of this computer</source>
        <translation>仅限本机的网页</translation>
    </message>
    <message>
        <source>cors, origin, browser</source>
        <translation>cors, 来源, 浏览器</translation>
    </message>
    <message>
        <source>Make prompts and answers searchable</source>
        <translation>使提示词和回答可检索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>full text, index, find, prompt, body, fts</source>
        <translation>全文, 索引, 查找, 提示词, 正文</translation>
    </message>
    <message>
        <source>The filter of the requests then knows text:word. The index takes space in the history; switched off again, it is deleted.</source>
        <translation>之后请求的筛选可使用 text:词。索引会占用历史记录的空间；关闭后即删除。</translation>
    </message>
    <message>
        <source>%1 of the stored requests can be searched; the others follow in the background.</source>
        <translation>已存储请求的 %1 可检索；其余在后台继续。</translation>
    </message>
    <message>
        <source>All stored requests can be searched: text:word in the filter of the requests.</source>
        <translation>所有已存储的请求均可检索：在请求的筛选中输入 text:词。</translation>
    </message>
    <message>
        <source>Delete %1 requests, %2?</source>
        <translation>要删除 %1 个请求 (%2) 吗?</translation>
    </message>
    <message>
        <source>Prompts, answers and figures of each go and cannot be brought back. Pinned requests stay, and so do the totals of Usage.</source>
        <translation>每个请求的提示词、回答和数字都会删除，无法恢复。已固定的请求会保留，“用量”的总计也会保留。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>%1 requests were deleted. The file shrinks in the background.</source>
        <translation>已删除 %1 个请求。文件会在后台缩小。</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>Delete all stored requests</source>
        <translation>删除所有已存请求</translation>
    </message>
    <message>
        <source>history, size, disk, clear, delete, forget</source>
        <translation>历史, 大小, 磁盘, 清除, 删除</translation>
    </message>
</context>
<context>
    <name>ui::pages::SimulatorPane</name>
    <message>
        <source>Request to simulate</source>
        <translation>要模拟的请求</translation>
    </message>
    <message>
        <source>Pretend</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Pretend that providers are offline or keys limited</source>
        <translation>假设提供商离线或密钥被限制</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Ctrl+Enter. Nothing is sent.</source>
        <translation>Ctrl+Enter。不会发送任何内容。</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
    <message>
        <source>Paste a curl command, an HTTP request or a JSON body, and see which rules, keys and targets decide. Nothing is sent to any provider.</source>
        <translation>粘贴 curl 命令、HTTP 请求或 JSON 正文，查看由哪些规则、密钥和目标决定。不会向任何提供商发送内容。</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>为何路由到此</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>未发送任何内容</translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation>复制说明</translation>
    </message>
    <message>
        <source>Why here, step by step</source>
        <translation>为何路由到此，逐步说明</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 离线</translation>
    </message>
    <message>
        <source>Key %1 of %2 is limited</source>
        <translation>%2 的密钥 %1 被限制</translation>
    </message>
    <message>
        <source>There is no provider yet</source>
        <translation>还没有提供商</translation>
    </message>
    <message>
        <source>Pretend (%1)</source>
        <translation>假设 (%1)</translation>
    </message>
</context>
<context>
    <name>ui::pages::StreamTab</name>
    <message>
        <source>Events of the stream</source>
        <translation>流的事件</translation>
    </message>
    <message>
        <source>Text of the event</source>
        <translation>事件文本</translation>
    </message>
    <message>
        <source>The events are shown when the request has ended. Conversation follows it live.</source>
        <translation>请求结束后显示事件。“对话”会实时跟随。</translation>
    </message>
    <message>
        <source>The answer came in one piece, not as a stream.</source>
        <translation>应答是一次性返回的，不是流。</translation>
    </message>
    <message>
        <source>Only totals were stored: the capture level at that time left the events out.</source>
        <translation>仅保存了统计数据：当时的捕获级别不包含事件。</translation>
    </message>
    <message>
        <source>The stream ended before its first event.</source>
        <translation>流在第一个事件之前就结束了。</translation>
    </message>
</context>
<context>
    <name>ui::pages::TimingTab</name>
    <message>
        <source>Timing</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>应答用时</translation>
    </message>
    <message>
        <source>Times are shown when the request has ended.</source>
        <translation>请求结束后显示用时。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Nothing was measured: the request was not sent to a provider.</source>
        <translation>没有测量数据：请求未发送给提供商。</translation>
    </message>
</context>
<context>
    <name>ui::pages::UsagePage</name>
    <message>
        <source>Save usage</source>
        <translation>保存用量</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Picture of the bars (*.png *.svg)</source>
        <translation>柱形图图片 (*.png *.svg)</translation>
    </message>
    <message>
        <source>%1, local time</source>
        <translation>%1，本地时间</translation>
    </message>
    <message>
        <source>Nothing was used in this span.</source>
        <translation>此时段内没有用量。</translation>
    </message>
    <message>
        <source>Spend appears after the first request. Totals stay for ever, also after requests are deleted.</source>
        <translation>首个请求之后会显示花费。总计永久保留，删除请求后也不例外。</translation>
    </message>
    <message>
        <source>✓ same total</source>
        <translation>✓ 总计一致</translation>
    </message>
    <message>
        <source>Totals differ by %1, report this</source>
        <translation>总计相差 %1，请报告此问题</translation>
    </message>
    <message numerus="yes">
        <source>%n answers were cut: at least</source>
        <translation>
            <numerusform>%n 个应答被截断：至少</numerusform>
        </translation>
    </message>
    <message>
        <source>without what has no price</source>
        <translation>不含没有价格的部分</translation>
    </message>
    <message>
        <source>everything has a price</source>
        <translation>全部都有价格</translation>
    </message>
    <message>
        <source>%1 tries</source>
        <translation>%1 次尝试</translation>
    </message>
    <message>
        <source>%1 of the input read from cache</source>
        <translation>%1 的输入从缓存读取</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>tries, not in any sum</source>
        <translation>次尝试，未计入任何总额</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>没有遗漏</translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation>按提供商的花费</translation>
    </message>
    <message>
        <source>Tokens by provider</source>
        <translation>按提供商的 token</translation>
    </message>
    <message>
        <source>Requests by provider</source>
        <translation>按提供商的请求</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>at this pace about %1 by %2</source>
        <translation>照此速度，到 %2 约 %1</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>无法保存文件：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1, without %n tries of unknown cost</source>
        <translation>
            <numerusform>%1，不含 %n 次费用未知的尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>The span before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>The span before ([)</source>
        <translation>上一时段 ([)</translation>
    </message>
    <message>
        <source>The span after</source>
        <translation>下一时段</translation>
    </message>
    <message>
        <source>The span after (])</source>
        <translation>下一时段 (])</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
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
        <translation>全部</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>保存 CSV…</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>将数据保存为 CSV</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>No price</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>Alias or model</source>
        <translation>别名或模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>By configured model</source>
        <translation>按配置的模型</translation>
    </message>
    <message>
        <source>what your tools asked for</source>
        <translation>您的工具请求的内容</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>按提供商</translation>
    </message>
    <message>
        <source>who was paid</source>
        <translation>向谁付费</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>按密钥</translation>
    </message>
    <message>
        <source>By virtual key</source>
        <translation>按虚拟密钥</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>按客户端</translation>
    </message>
    <message>
        <source>Dates…</source>
        <translation>日期…</translation>
    </message>
    <message>
        <source>The figures of the charts (T)</source>
        <translation>图表的数据 (T)</translation>
    </message>
    <message>
        <source>Saved by caching</source>
        <translation>缓存节省</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>堆积柱形图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message numerus="yes">
        <source>last %n weeks</source>
        <translation>
            <numerusform>最近 %n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>应答用时</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Whole answer</source>
        <translation>完整应答</translation>
    </message>
    <message>
        <source>Time to answer by provider</source>
        <translation>按提供商的应答用时</translation>
    </message>
    <message>
        <source>Tokens by kind</source>
        <translation>按类型的 token</translation>
    </message>
    <message>
        <source>Failed requests by provider</source>
        <translation>按提供商的失败请求</translation>
    </message>
    <message>
        <source>Show these requests</source>
        <translation>显示这些请求</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>到首个 token 的时间</translation>
    </message>
    <message>
        <source>Time to the whole answer</source>
        <translation>到完整应答的时间</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>no provider</source>
        <translation>无提供商</translation>
    </message>
    <message>
        <source>no token came from a cache</source>
        <translation>没有 token 来自缓存</translation>
    </message>
    <message>
        <source>without a price of fresh input</source>
        <translation>没有新输入的价格</translation>
    </message>
    <message>
        <source>What tokens from the cache cost, and would have cost as fresh input</source>
        <translation>缓存 token 的费用，以及作为新输入时的费用</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1，而非 %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::VirtualKeysPage</name>
    <message>
        <source>Virtual keys</source>
        <translation>虚拟密钥</translation>
    </message>
    <message>
        <source>Require a key</source>
        <translation>要求密钥</translation>
    </message>
    <message>
        <source>Refuse requests that show no virtual key</source>
        <translation>拒绝未出示虚拟密钥的请求</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the selected key</source>
        <translation>编辑所选密钥</translation>
    </message>
    <message>
        <source>New value…</source>
        <translation>新值…</translation>
    </message>
    <message>
        <source>Give the selected key a new value</source>
        <translation>为所选密钥换新值</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Turn the selected key off or on</source>
        <translation>停用或启用所选密钥</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新建密钥</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>新建虚拟密钥</translation>
    </message>
    <message>
        <source>Without keys every program on this computer may use your providers. Make a key for each tool to see and limit what it uses.</source>
        <translation>没有虚拟密钥时，本机上的任何程序都可以使用您的提供商。为每个工具创建密钥，即可查看并限制其用量。</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Make the first virtual key</source>
        <translation>创建第一个虚拟密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n 个密钥</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n used up</source>
        <translation>
            <numerusform>，%n 个已用尽</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The virtual key was not saved</source>
        <translation>虚拟密钥未保存</translation>
    </message>
    <message>
        <source>Give “%1” a new value?</source>
        <translation>为“%1”换新值吗？</translation>
    </message>
    <message>
        <source>Tools that have the present value need the new one. You can let the present value work for another day, or end it now.</source>
        <translation>持有当前值的工具需要改用新值。您可以让当前值再用一天，或立即作废。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the old one for a day</source>
        <translation>旧值再保留一天</translation>
    </message>
    <message>
        <source>End the old one now</source>
        <translation>立即作废旧值</translation>
    </message>
    <message>
        <source>The key has no new value</source>
        <translation>密钥未换新值</translation>
    </message>
    <message>
        <source>The virtual key was not deleted</source>
        <translation>虚拟密钥未删除</translation>
    </message>
    <message>
        <source>The setting was not saved</source>
        <translation>设置未保存</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Copy the beginning of the value</source>
        <translation>复制值的开头</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>本页各部分</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Teams and customers</source>
        <translation>团队和客户</translation>
    </message>
    <message>
        <source>Teams and customers…</source>
        <translation>团队和客户…</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Show the value…</source>
        <translation>显示值…</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>The value cannot be had</source>
        <translation>无法取得该值</translation>
    </message>
</context>
<context>
    <name>ui::shell::CommandPalette</name>
    <message>
        <source>%1: %2</source>
        <comment>menu, command</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>没有匹配项。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command or name</source>
        <translation>命令或名称</translation>
    </message>
    <message>
        <source>Page, command or name; &gt; @ # / narrow it</source>
        <translation>页面、命令或名称；&gt; @ # / 可缩小范围</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
</context>
<context>
    <name>ui::shell::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n in flight</source>
        <translation>
            <numerusform>%1，%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, needs a look</source>
        <translation>%1，需要关注</translation>
    </message>
</context>
<context>
    <name>ui::shell::StateBlock</name>
    <message>
        <source>Copy the address of the gateway</source>
        <translation>复制网关地址</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>无地址</translation>
    </message>
</context>
<context>
    <name>ui::shell::StatusLine</name>
    <message>
        <source>Listening on %1</source>
        <translation>正在 %1 监听</translation>
    </message>
    <message numerus="yes">
        <source>%n in flight</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Capture level: %1</source>
        <translation>捕获级别：%1</translation>
    </message>
    <message>
        <source>What is stored of each request. A change counts from the next request on.</source>
        <translation>每个请求保存的内容。更改从下一个请求起生效。</translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>spent</comment>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>%1 + ?</source>
        <comment>a sum from which unknown costs are missing</comment>
        <translation>%1 + ?</translation>
    </message>
    <message numerus="yes">
        <source>Without %n tries of unknown cost.</source>
        <translation>
            <numerusform>不含 %n 次费用未知的尝试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Spent since midnight, local time: %1</source>
        <translation>自午夜起的花费，本地时间：%1</translation>
    </message>
    <message>
        <source>Requests stored: %1</source>
        <translation>已保存请求：%1</translation>
    </message>
    <message>
        <source>Requests not stored: %1</source>
        <translation>未保存请求：%1</translation>
    </message>
    <message>
        <source>They were answered, but the store could not keep up.</source>
        <translation>这些请求已应答，但存储跟不上。</translation>
    </message>
    <message>
        <source>%1. The requests were answered all the same.</source>
        <translation>%1。请求仍已正常应答。</translation>
    </message>
</context>
<context>
    <name>ui::shell::UndoBar</name>
    <message>
        <source>Provider “%1” removed</source>
        <translation>已移除提供商“%1”</translation>
    </message>
    <message>
        <source>Requests for “%1/…” are refused.</source>
        <translation>发往“%1/…”的请求会被拒绝。</translation>
    </message>
    <message>
        <source>Key “%1” removed</source>
        <translation>已移除密钥“%1”</translation>
    </message>
    <message>
        <source>Rule “%1” removed</source>
        <translation>已移除规则“%1”</translation>
    </message>
    <message>
        <source>Alias “%1” removed</source>
        <translation>已移除别名“%1”</translation>
    </message>
    <message>
        <source>Tools that ask for it get an error until something else serves that name.</source>
        <translation>在该名称有其他目标之前，请求它的工具会收到错误。</translation>
    </message>
    <message>
        <source>Virtual key “%1” deleted</source>
        <translation>已删除虚拟密钥“%1”</translation>
    </message>
    <message>
        <source>Tools that show it are refused.</source>
        <translation>出示它的工具会被拒绝。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Not undone</source>
        <translation>未能撤销</translation>
    </message>
    <message>
        <source>Limit of %1 deleted</source>
        <comment>an amount and its window</comment>
        <translation>已删除限额：%1</translation>
    </message>
    <message>
        <source>%1: nothing is refused because of it any more.</source>
        <comment>whose limit</comment>
        <translation>%1：不再因此拒绝任何请求。</translation>
    </message>
    <message>
        <source>Team “%1” deleted</source>
        <translation>已删除团队“%1”</translation>
    </message>
    <message>
        <source>Its keys stay, without its limits.</source>
        <translation>其密钥保留，但不再受其限额约束。</translation>
    </message>
    <message>
        <source>Customer “%1” deleted</source>
        <translation>已删除客户“%1”</translation>
    </message>
    <message>
        <source>Its teams and keys stay, without its limits.</source>
        <translation>其团队和密钥保留，但不再受其限额约束。</translation>
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
        <translation>第 %1 次尝试：%2，%3，%4。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>%1 / %2: %3</source>
        <translation>%1 / %2：%3</translation>
    </message>
</context>
<context>
    <name>ui::widgets::AttentionList</name>
    <message>
        <source>Nothing needs you.</source>
        <translation>没有需要处理的事项。</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ChartPanel</name>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>What can be done with this chart</source>
        <translation>可对此图表执行的操作</translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1，以表格显示</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>无法保存文件：%1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ExpressionEdit</name>
    <message>
        <source>Names that fit</source>
        <translation>匹配的名称</translation>
    </message>
</context>
<context>
    <name>ui::widgets::FactsGrid</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::widgets::FilterCompletion</name>
    <message>
        <source>What can be written here</source>
        <translation>此处可以输入的内容</translation>
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
        <translation>编辑备注…</translation>
    </message>
    <message>
        <source>Show the original</source>
        <translation>显示原请求</translation>
    </message>
    <message>
        <source>Compare with it</source>
        <translation>与原请求比较</translation>
    </message>
    <message>
        <source>Pinned: it stays when old requests are cleared away.</source>
        <translation>已固定：清理旧请求时会保留。</translation>
    </message>
    <message>
        <source>Repeats %1.</source>
        <translation>重复 %1。</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MessageList</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Copy part</source>
        <translation>复制该部分</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MinuteBars</name>
    <message numerus="yes">
        <source>%1: %n requests</source>
        <translation>
            <numerusform>%1：%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1，%2 个失败</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the last hour, %1 of them failed</source>
        <translation>
            <numerusform>最近一小时 %n 个请求，其中 %1 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
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
            <numerusform>%n 项。可用方向键逐个查看。</numerusform>
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
        <translation>隐藏输入内容</translation>
    </message>
    <message>
        <source>Show what you typed</source>
        <translation>显示输入内容</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SeriesLegend</name>
    <message>
        <source>Series: %1</source>
        <translation>系列：%1</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SpendCurveChart</name>
    <message>
        <source>%1: %2</source>
        <comment>a time, an amount</comment>
        <translation>%1：%2</translation>
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
        <translation>约 %1</translation>
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
        <translation>%1：无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::widgets::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TestStepsView</name>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TimingBar</name>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Failed tries</source>
        <translation>失败的尝试</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Our overhead</source>
        <translation>自身开销</translation>
    </message>
    <message>
        <source>Timing of the answer</source>
        <translation>应答用时</translation>
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
        <translation>%1：%2</translation>
    </message>
</context>
</TS>
