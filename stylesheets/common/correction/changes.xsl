<?xml version="1.0" encoding="UTF-8"?>
<!--
  What changed, as two tables: what was stated otherwise, with reasons, and the
  figures that follow or are quoted.  What moved is one change, of the place
  where it stands now.

  Reads:  documents, attachment, value, inserted, deleted, @change, @moved;
          corrections/item of the submission (pointer, reason).
  Needs:  places.xsl (mode place, key place), table.xsl (head, columns),
          correction.xsl (correction.word).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<!-- A value that is printed twice in an attachment is said once. -->
<xsl:key name="printed" match="d:value[d:inserted or d:deleted]"
    use="concat(ancestor::d:attachment/@src, ' ',
        ancestor::d:attachment/@id, ' ', @src)"/>
<!-- Of a list, how many entries there are, and not which: it follows. -->
<xsl:key name="counted" use="generate-id()" match="d:value[@type = 'list'][
    contains('0123456789', substring(., 1, 1))]"/>
<xsl:key name="went" match="d:attachment | d:value" use="@src"/>
<!-- What a formula would give, had it all that it asks for. -->
<xsl:key name="awaited" match="*[@awaited][@state = 'absent']" use="@src"/>
<xsl:key name="gone" match="*[@change = 'deleted'][@moved]"
    use="concat(generate-id(ancestor::d:attachment), ' ', @moved)"/>

<xsl:template match="d:documents" mode="stated">
  <xsl:call-template name="changes">
    <xsl:with-param name="key" select="'correction.stated'"/>
    <xsl:with-param name="n" select="'一、'"/>
    <xsl:with-param name="widths" select="'20 48 32 32 24'"/>
    <xsl:with-param name="rows">
      <xsl:for-each select="d:attachment">
        <xsl:apply-templates select="d:title/@change" mode="change"/>
        <xsl:apply-templates mode="change" select=".//d:value[d:inserted or
            d:deleted][not(@state = 'derived' or key('awaited', @src))][
            key('place', concat(current()/@kind, ' ', @src)) or
            (@type = 'list' and not(key('counted', generate-id())))] |
            .//*[@change][not(@change = 'deleted' and @moved)][
            not(ancestor::d:attachment/d:title/@change)]">
          <xsl:with-param name="reasoned" select="true()"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template match="d:documents" mode="following">
  <xsl:call-template name="changes">
    <xsl:with-param name="key" select="'correction.following'"/>
    <xsl:with-param name="n" select="'二、'"/>
    <xsl:with-param name="widths" select="'20 62 37 37'"/>
    <xsl:with-param name="rows">
      <xsl:apply-templates mode="change" select=".//d:value[d:inserted or
          d:deleted][@state = 'derived' or key('awaited', @src) or
          (not(key('place', concat(ancestor::d:attachment/@kind, ' ', @src)))
          and (@type != 'list' or key('counted', generate-id())))]"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- A heading and a table; nothing where there are no rows. -->
<xsl:template name="changes">
  <xsl:param name="key"/>
  <xsl:param name="n"/>
  <xsl:param name="widths"/>
  <xsl:param name="rows"/>
  <xsl:variable name="title">
    <xsl:call-template name="correction.word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:if test="string($rows)">
    <heading level="1" number="{$n}"><xsl:value-of select="$title"/></heading>
    <table role="form">
      <caption><xsl:value-of select="$title"/></caption>
      <xsl:call-template name="columns">
        <xsl:with-param name="widths" select="$widths"/>
      </xsl:call-template>
      <head>
        <row>
          <xsl:for-each select="$words/words/word[@key =
              concat($key, '.columns')]">
            <xsl:call-template name="head">
              <xsl:with-param name="scope" select="'col'"/>
              <xsl:with-param name="stays" select="position() = 2"/>
              <xsl:with-param name="inline"><xsl:value-of select="."/></xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </row>
      </head>
      <body><xsl:copy-of select="$rows"/></body>
    </table>
  </xsl:if>
</xsl:template>

<!-- The first of its attachment; the caption of a form repeats its title. -->
<xsl:template match="d:value" mode="change">
  <xsl:param name="reasoned"/>
  <xsl:variable name="attachment" select="ancestor::d:attachment"/>
  <xsl:variable name="counted"
      select="boolean(key('counted', generate-id()))"/>
  <xsl:variable name="first" select="key('printed', concat($attachment/@src,
      ' ', $attachment/@id, ' ', @src))[
      boolean(key('counted', generate-id())) = $counted][1]"/>
  <xsl:if test="generate-id() = generate-id($first)">
    <xsl:call-template name="change">
      <xsl:with-param name="reasoned" select="$reasoned"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- Blocks and rows that came or went whole. -->
<xsl:template match="*" mode="change">
  <xsl:param name="reasoned"/>
  <xsl:if test="string()">
    <xsl:call-template name="change">
      <xsl:with-param name="reasoned" select="$reasoned"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- An attachment that did. -->
<xsl:template match="@change" mode="change">
  <row>
    <xsl:call-template name="of.attachment"/>
    <cell role="text">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key" select="'correction.whole'"/>
      </xsl:call-template>
    </cell>
    <xsl:call-template name="side">
      <xsl:with-param name="said" select="string(../../@name[current() = 'deleted'])"/>
    </xsl:call-template>
    <xsl:call-template name="side">
      <xsl:with-param name="said" select="string(../../@name[current() = 'inserted'])"/>
    </xsl:call-template>
    <xsl:apply-templates select="ancestor::d:attachment" mode="reason"/>
  </row>
</xsl:template>

<!-- Why: what the data says of the value, or of what is around it; of what went,
     by where it stood, which is not said of what stands there now. -->
<xsl:template match="*" mode="reason">
  <xsl:variable name="src" select="(descendant-or-self::*[
      self::d:value or self::d:attachment]/@src[string()])[1]"/>
  <xsl:variable name="went" select="starts-with($src, '/-/')"/>
  <xsl:variable name="stood" select="concat(substring($src,
      1 + 2 * $went), '/')"/>
  <cell role="text">
    <xsl:for-each select="/correction/submission/corrections/item[
        starts-with($stood, concat(pointer, '/'))][
        $went or not(key('went', concat('/-', pointer)))]">
      <xsl:sort select="string-length(pointer)" data-type="number"
          order="descending"/>
      <xsl:if test="position() = 1">
        <xsl:value-of select="reason"/>
      </xsl:if>
    </xsl:for-each>
  </cell>
</xsl:template>

<xsl:template name="change">
  <xsl:param name="reasoned"/>
  <row>
    <xsl:call-template name="of.attachment"/>
    <cell role="text" stays="true">
      <xsl:apply-templates select="." mode="place"/>
      <xsl:apply-templates select="@moved" mode="place"/>
    </cell>
    <xsl:call-template name="side">
      <xsl:with-param name="said">
        <xsl:apply-templates mode="said" select="self::*[not(@moved)] | key('gone',
            concat(generate-id(ancestor::d:attachment), ' ', @moved))">
          <xsl:with-param name="side" select="'deleted'"/>
        </xsl:apply-templates>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="side">
      <xsl:with-param name="said">
        <xsl:apply-templates select="." mode="said">
          <xsl:with-param name="side" select="'inserted'"/>
        </xsl:apply-templates>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="$reasoned">
      <xsl:apply-templates select="." mode="reason"/>
    </xsl:if>
  </row>
</xsl:template>

<xsl:template name="of.attachment">
  <cell role="text"><xsl:value-of select="ancestor::d:attachment/@id"/></cell>
</xsl:template>

<!-- Words of one side; where it has none, that it is blank. -->
<xsl:template name="side">
  <xsl:param name="said"/>
  <cell role="text">
    <xsl:value-of select="$said"/>
    <xsl:if test="not(string($said))">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key" select="'correction.blank'"/>
      </xsl:call-template>
    </xsl:if>
  </cell>
</xsl:template>

<!-- The cells of a row that came or went, the words of a block that did. -->
<xsl:template match="*" mode="said">
  <xsl:param name="side"/>
  <xsl:for-each select=".//*[local-name() = $side]">
    <xsl:if test="position() != 1">；</xsl:if>
    <xsl:value-of select="."/>
  </xsl:for-each>
</xsl:template>

<!-- The phrases of a value that changed, each between the characters that stand
     beside it, and … where more do; what stands between two that are near is
     said whole. -->
<xsl:template match="d:value" mode="said">
  <xsl:param name="side"/>
  <xsl:for-each select="d:deleted | d:inserted[not(
      preceding-sibling::node()[1]/self::d:deleted)]">
    <xsl:variable name="other" select="self::d:deleted/
        following-sibling::node()[1]/self::d:inserted"/>
    <xsl:variable name="last" select="self::*[not($other)] | $other"/>
    <xsl:call-template name="before">
      <xsl:with-param name="words" select="preceding-sibling::node()[1]"/>
    </xsl:call-template>
    <xsl:value-of select="(. | $other)[local-name() = $side]"/>
    <xsl:call-template name="behind">
      <xsl:with-param name="words" select="$last/following-sibling::node()[1]"/>
      <xsl:with-param name="next" select="$last/following-sibling::node()[2][
          self::d:deleted or self::d:inserted]"/>
    </xsl:call-template>
  </xsl:for-each>
</xsl:template>

<xsl:variable name="beside" select="6"/>

<xsl:template name="before">
  <xsl:param name="words"/>
  <xsl:variable name="length" select="string-length($words)"/>
  <xsl:choose>
    <xsl:when test="position() != 1 and $length &lt;= 2 * $beside and
        $words/preceding-sibling::node()[1][self::d:deleted or
        self::d:inserted]">
      <xsl:value-of select="$words"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:if test="position() != 1">；</xsl:if>
      <xsl:if test="$length &gt; $beside">…</xsl:if>
      <xsl:value-of select="substring($words, $length - $beside + 1)"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- next: the phrase behind these words, which says them if it is near. -->
<xsl:template name="behind">
  <xsl:param name="words"/>
  <xsl:param name="next"/>
  <xsl:variable name="length" select="string-length($words)"/>
  <xsl:if test="not($next) or $length &gt; 2 * $beside">
    <xsl:value-of select="substring($words, 1, $beside)"/>
    <xsl:if test="$length &gt; $beside">…</xsl:if>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
