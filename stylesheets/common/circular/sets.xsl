<?xml version="1.0" encoding="UTF-8"?>
<!--
  A row a set: all columns of the summary but the year, where all sets are of one,
  and how many errors and warnings are open.

  Reads:  field, set, value.
  Needs:  circular.xsl ($years, key value), words circular.*.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:s="urn:jixiao:summary:1"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="s">

<!-- What the paper is wide, the first column and the counts apart, in mm. -->
<xsl:variable name="width" select="156 - 42 - 12 - 12"/>

<xsl:template match="s:summary" mode="sets">
  <xsl:variable name="fields" select="s:field[position() &gt; 1][@name != 'year'
      or contains($years, '、')]"/>
  <xsl:call-template name="word.heading">
    <xsl:with-param name="n" select="4"/>
    <xsl:with-param name="key" select="'circular.table'"/>
  </xsl:call-template>
  <table role="form">
    <caption>
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="'circular.table'"/>
      </xsl:call-template>
    </caption>
    <columns>
      <column width="42"/>
      <xsl:for-each select="$fields">
        <column width="{floor($width div count($fields))}"/>
      </xsl:for-each>
      <column width="12"/>
      <column width="12"/>
    </columns>
    <head>
      <row>
        <xsl:call-template name="head">
          <xsl:with-param name="scope" select="'col'"/>
          <xsl:with-param name="stays" select="true()"/>
          <xsl:with-param name="inline">
            <xsl:call-template name="word">
              <xsl:with-param name="key" select="'circular.unit'"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:for-each select="$fields">
          <xsl:call-template name="head">
            <xsl:with-param name="scope" select="'col'"/>
            <xsl:with-param name="inline">
              <xsl:apply-templates select="@title" mode="column.lines"/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="count.head">
          <xsl:with-param name="key" select="'circular.level.error'"/>
        </xsl:call-template>
        <xsl:call-template name="count.head">
          <xsl:with-param name="key" select="'circular.level.warning'"/>
        </xsl:call-template>
      </row>
    </head>
    <body>
      <xsl:apply-templates select="s:set" mode="row">
        <xsl:with-param name="fields" select="$fields"/>
      </xsl:apply-templates>
    </body>
  </table>
</xsl:template>

<!-- A column is called by a label of the edition, in the lines that words.xml
     gives that, and by its unit. -->
<xsl:template match="s:field/@title" mode="column.lines">
  <xsl:variable name="label" select="substring-before(concat(., '（'), '（')"/>
  <xsl:variable name="lines" select="$words/words/label[. = $label]"/>
  <xsl:for-each select="$lines/node()">
    <xsl:if test="self::break"><break/></xsl:if>
    <xsl:value-of select="self::text()"/>
  </xsl:for-each>
  <xsl:if test="$lines and contains(., '（')"><break/></xsl:if>
  <xsl:value-of select="substring-after(., string($lines))"/>
</xsl:template>

<xsl:template name="count.head">
  <xsl:param name="key"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="'col'"/>
    <xsl:with-param name="inline">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- The signs of rates are in the titles of their columns. -->
<xsl:template match="s:set" mode="row">
  <xsl:param name="fields"/>
  <row>
    <xsl:call-template name="label">
      <xsl:with-param name="text">
        <xsl:value-of select="s:value[1]"/>
        <xsl:if test="not(string(s:value[1]))"><xsl:value-of select="@name"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:for-each select="s:value[@name = $fields/@name]">
      <cell role="figure"><xsl:value-of select="translate(., '%', '')"/></cell>
    </xsl:for-each>
    <cell role="figure"><xsl:value-of select="@error"/></cell>
    <cell role="figure"><xsl:value-of select="@warning"/></cell>
  </row>
</xsl:template>

</xsl:stylesheet>
