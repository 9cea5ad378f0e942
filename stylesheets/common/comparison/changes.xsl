<?xml version="1.0" encoding="UTF-8"?>
<!--
  Changes as a table of a page model: where, what it was and what it is, a row
  each.

  Reads:  change of urn:jixiao:changes:1 (schemas/common/set.rng).
  Needs:  check-report/parts.xsl, comparison/words.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:jixiao:changes:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="c">

<!-- A heading and a table of changes, where there are any. -->
<xsl:template name="changes">
  <xsl:param name="level" select="1"/>
  <xsl:param name="key"/>
  <xsl:param name="n"/>
  <xsl:param name="changes"/>
  <xsl:if test="$changes">
    <xsl:call-template name="word.heading">
      <xsl:with-param name="level" select="$level"/>
      <xsl:with-param name="n" select="$n"/>
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
    <xsl:call-template name="table">
      <xsl:with-param name="caption">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="$key"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="widths" select="'60 48 48'"/>
      <xsl:with-param name="headers" select="'where was is'"/>
      <xsl:with-param name="rows">
        <xsl:apply-templates select="$changes"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<xsl:template match="c:change">
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text">
        <xsl:value-of select="@where"/>
        <xsl:apply-templates select="@kind"/>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="c:old | c:new"/>
  </row>
</xsl:template>

<xsl:template match="c:change/@kind">
  <xsl:call-template name="word">
    <xsl:with-param name="key" select="concat('kind.', .)"/>
    <xsl:with-param name="with" select="../@number"/>
  </xsl:call-template>
</xsl:template>

<!-- Of an entry that came or went only what it says, if that is not its name. -->
<xsl:template match="c:old | c:new">
  <xsl:variable name="side" select="name()"/>
  <xsl:call-template name="cell">
    <xsl:with-param name="inline">
      <xsl:choose>
        <xsl:when test="../c:phrase">
          <xsl:apply-templates select="../c:phrase">
            <xsl:with-param name="side" select="$side"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:when test="string(.)">
          <xsl:value-of select="concat(., @unit)"/>
          <xsl:if test="@state = 'derived' and not(../@follows)">
            <xsl:call-template name="word">
              <xsl:with-param name="key" select="'was.derived'"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:when>
        <xsl:when test="not(../@kind)">
          <xsl:call-template name="state"/>
        </xsl:when>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template name="state">
  <xsl:call-template name="word">
    <xsl:with-param name="key">
      <xsl:choose>
        <xsl:when test="@state = 'absent' or @state = 'awaited'">
          <xsl:value-of select="concat('state.', @state)"/>
        </xsl:when>
        <xsl:otherwise>state.blank</xsl:otherwise>
      </xsl:choose>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- What a text said or says there, and where the words are from. -->
<xsl:template match="c:phrase">
  <xsl:param name="side"/>
  <xsl:variable name="from" select="@quoted[$side = 'new'] | @old-quoted[$side = 'old']"/>
  <xsl:if test="position() &gt; 1"><break/></xsl:if>
  <xsl:value-of select="@before"/>
  <xsl:value-of select="@*[name() = $side]"/>
  <xsl:value-of select="@behind"/>
  <xsl:if test="$from">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="'quoted'"/>
      <xsl:with-param name="with" select="$from"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
