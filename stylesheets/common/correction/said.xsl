<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a change says on one side: what was and what is, briefly.

  Reads:  inserted, deleted, @label, @moved, @entry and what they are in.
  Needs:  word.xsl (word), correction.xsl (correction.word),
          changes.xsl (key awaited).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="d">

<!-- Words of one side, or why it has none: a formula lacked something, a value is
     blank, or what stands on the other side is not there. -->
<xsl:template name="side">
  <xsl:param name="said"/>
  <cell role="text">
    <xsl:value-of select="$said"/>
    <xsl:if test="not(string($said))">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key">
          <xsl:choose>
            <xsl:when test="self::d:value[@type != 'text'][
                @state = 'derived' or key('awaited', @src)]">correction.awaited</xsl:when>
            <xsl:when test="self::unshown or self::d:value[@type != 'list']">correction.blank</xsl:when>
            <xsl:otherwise>correction.none</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </cell>
</xsl:template>

<!-- The words of a block that came or went. -->
<xsl:template match="*" mode="said">
  <xsl:param name="side"/>
  <xsl:for-each select=".//*[local-name() = $side]">
    <xsl:if test="position() != 1">；</xsl:if>
    <xsl:value-of select="."/>
  </xsl:for-each>
</xsl:template>

<!-- The cells of a row that did, without those that name other rows, too: each
     behind what the schema calls it, but for a name in front. -->
<xsl:template match="d:row" mode="said">
  <xsl:param name="side"/>
  <xsl:variable name="marks" select="d:cell//*[local-name() = $side]"/>
  <xsl:variable name="own" select="$marks[starts-with(@src, current()/@src)]"/>
  <xsl:for-each select="$own[current()/@src] | $marks[not($own) or
      not(current()/@src)]">
    <xsl:if test="position() != 1">；</xsl:if>
    <xsl:if test="@label and (position() != 1 or
        ancestor::d:cell/@role = 'figure')">
      <xsl:value-of select="concat(@label, ' ')"/>
    </xsl:if>
    <xsl:value-of select="."/>
  </xsl:for-each>
</xsl:template>

<!-- What moved: which of its list it was, or is, or else how it begins; a
     heading says itself where it stands. -->
<xsl:template match="*[@moved][not(self::d:heading)]" mode="said"
    priority="1">
  <xsl:value-of select="substring(., 1, $begins)"/>
  <xsl:if test="string-length() &gt; $begins">…</xsl:if>
</xsl:template>

<xsl:variable name="begins" select="20"/>

<xsl:template match="*[@entry][not(self::d:heading)]" mode="said" priority="2">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="concat('correction.entry.', local-name())"/>
    <xsl:with-param name="with" select="@entry"/>
  </xsl:call-template>
</xsl:template>

<!-- A value, whole where it is short, and else its phrases. -->
<xsl:template match="d:value" mode="said">
  <xsl:param name="side"/>
  <xsl:for-each select="self::*[string-length() &lt;= $short]//text()[
      not(parent::d:inserted or parent::d:deleted) or local-name(..) = $side]">
    <xsl:value-of select="."/>
  </xsl:for-each>
  <xsl:apply-templates select="self::*[string-length() &gt; $short]"
      mode="phrases">
    <xsl:with-param name="side" select="$side"/>
  </xsl:apply-templates>
</xsl:template>

<!-- Characters of both sides. -->
<xsl:variable name="short" select="40"/>

<!-- The phrases of a value that changed, each between the words that stand
     beside it up to a mark, or so many characters and … where that is far; what
     stands between two that are near is said whole. -->
<xsl:template match="d:value" mode="phrases">
  <xsl:param name="side"/>
  <xsl:for-each select="d:deleted | d:inserted[not(
      preceding-sibling::node()[1]/self::d:deleted)]">
    <xsl:variable name="other" select="self::d:deleted/
        following-sibling::node()[1]/self::d:inserted"/>
    <xsl:variable name="last" select="self::*[not($other)] | $other"/>
    <xsl:call-template name="before">
      <xsl:with-param name="words" select="preceding-sibling::node()[1]"/>
      <xsl:with-param name="alone" select="not($other)"/>
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
<!-- A clause of no more is said whole; what ends one. -->
<xsl:variable name="clause.longest" select="24"/>
<xsl:variable name="marks" select="'，、。；：！？'"/>
<xsl:variable name="mark" select="'，，，，，，，'"/>

<!-- alone: the phrase came or went, and is found by a sentence in front. -->
<xsl:template name="before">
  <xsl:param name="words"/>
  <xsl:param name="alone"/>
  <xsl:variable name="length" select="string-length($words)"/>
  <xsl:choose>
    <xsl:when test="position() != 1 and $length &lt;= 2 * $beside and
        $words/preceding-sibling::node()[1][self::d:deleted or
        self::d:inserted]">
      <xsl:value-of select="$words"/>
    </xsl:when>
    <xsl:otherwise>
      <xsl:variable name="clause">
        <xsl:call-template name="last.clause">
          <xsl:with-param name="words" select="translate(substring($words,
              $length - $clause.longest), $marks, $mark)"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:variable name="whole" select="string-length($clause) &lt;=
          $clause.longest and ($length &gt; string-length($clause) or
          not($words/preceding-sibling::node())) and
          (string($clause) or not($alone))"/>
      <xsl:if test="position() != 1">；</xsl:if>
      <xsl:if test="not($whole) and $length &gt; $beside">…</xsl:if>
      <xsl:value-of select="substring($words, $length + 1 -
          ($whole * string-length($clause) + not($whole) * $beside))"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- next: the phrase behind these words, which says them if it is near. -->
<xsl:template name="behind">
  <xsl:param name="words"/>
  <xsl:param name="next"/>
  <xsl:variable name="length" select="string-length($words)"/>
  <xsl:variable name="first" select="translate(substring($words, 1,
      $clause.longest + 1), $marks, $mark)"/>
  <xsl:variable name="ends" select="$length &lt;= $clause.longest and
      not($words/following-sibling::node())"/>
  <xsl:choose>
    <xsl:when test="$next and $length &lt;= 2 * $beside"/>
    <xsl:when test="contains($first, '，')">
      <xsl:value-of select="substring-before($first, '，')"/>
    </xsl:when>
    <xsl:when test="$ends"><xsl:value-of select="$words"/></xsl:when>
    <xsl:otherwise>
      <xsl:value-of select="substring($words, 1, $beside)"/>
      <xsl:if test="$length &gt; $beside">…</xsl:if>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<!-- Behind the last mark; of some characters, so that it ends soon. -->
<xsl:template name="last.clause">
  <xsl:param name="words"/>
  <xsl:choose>
    <xsl:when test="contains($words, '，')">
      <xsl:call-template name="last.clause">
        <xsl:with-param name="words" select="substring-after($words, '，')"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
