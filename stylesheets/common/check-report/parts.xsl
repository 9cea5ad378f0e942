<?xml version="1.0" encoding="UTF-8"?>
<!--
  Titles, headings, tables, cells and signatures of the report, and of others
  that have no data behind them (archive-record.xsl).

  Needs:  common/word.xsl, common/numbering.xsl, common/table.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="str">

<xsl:template name="heading">
  <xsl:param name="level" select="1"/>
  <xsl:param name="n"/>
  <xsl:param name="text"/>
  <heading level="{$level}">
    <xsl:attribute name="number">
      <xsl:call-template name="number">
        <xsl:with-param name="depth" select="$level"/>
        <xsl:with-param name="n" select="$n"/>
      </xsl:call-template>
    </xsl:attribute>
    <xsl:value-of select="$text"/>
  </heading>
</xsl:template>

<!-- The same with the words of a key. -->
<xsl:template name="word.heading">
  <xsl:param name="level" select="1"/>
  <xsl:param name="n"/>
  <xsl:param name="key"/>
  <xsl:call-template name="heading">
    <xsl:with-param name="level" select="$level"/>
    <xsl:with-param name="n" select="$n"/>
    <xsl:with-param name="text">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:template name="word.paragraph">
  <xsl:param name="key"/>
  <paragraph>
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </paragraph>
</xsl:template>

<!-- widths: mm, with blanks between; headers: keys of words, likewise.  The
     first column names the rows. -->
<xsl:template name="table">
  <xsl:param name="caption"/>
  <xsl:param name="widths"/>
  <xsl:param name="headers"/>
  <xsl:param name="rows"/>
  <table role="form">
    <caption><xsl:value-of select="$caption"/></caption>
    <xsl:call-template name="columns">
      <xsl:with-param name="widths" select="$widths"/>
    </xsl:call-template>
    <xsl:if test="$headers">
      <head>
        <row>
          <xsl:for-each select="str:tokenize($headers)">
            <xsl:call-template name="head">
              <xsl:with-param name="scope" select="'col'"/>
              <xsl:with-param name="stays" select="position() = 1"/>
              <xsl:with-param name="inline">
                <xsl:call-template name="word">
                  <xsl:with-param name="key" select="string(.)"/>
                </xsl:call-template>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </row>
      </head>
    </xsl:if>
    <body><xsl:copy-of select="$rows"/></body>
  </table>
</xsl:template>

<!-- The same below a heading, with the words of a key for both. -->
<xsl:template name="headed.table">
  <xsl:param name="n"/>
  <xsl:param name="key"/>
  <xsl:param name="widths"/>
  <xsl:param name="headers"/>
  <xsl:param name="rows"/>
  <xsl:variable name="name">
    <xsl:call-template name="word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:call-template name="heading">
    <xsl:with-param name="level" select="2"/>
    <xsl:with-param name="n" select="$n"/>
    <xsl:with-param name="text" select="$name"/>
  </xsl:call-template>
  <xsl:call-template name="table">
    <xsl:with-param name="caption" select="$name"/>
    <xsl:with-param name="widths" select="$widths"/>
    <xsl:with-param name="headers" select="$headers"/>
    <xsl:with-param name="rows" select="$rows"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="label">
  <xsl:param name="text"/>
  <xsl:param name="rowspan" select="1"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="'row'"/>
    <xsl:with-param name="stays" select="true()"/>
    <xsl:with-param name="rowspan" select="$rowspan"/>
    <xsl:with-param name="inline" select="string($text)"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="word.label">
  <xsl:param name="key"/>
  <xsl:call-template name="head">
    <xsl:with-param name="scope" select="'row'"/>
    <xsl:with-param name="stays" select="true()"/>
    <xsl:with-param name="inline">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<!-- A cell of words or, where its role says so, of a figure. -->
<xsl:template name="cell">
  <xsl:param name="role" select="'text'"/>
  <xsl:param name="colspan" select="1"/>
  <xsl:param name="inline"/>
  <cell role="{$role}">
    <xsl:call-template name="spans">
      <xsl:with-param name="colspan" select="$colspan"/>
    </xsl:call-template>
    <xsl:copy-of select="$inline"/>
  </cell>
</xsl:template>

<!-- A title that begins with the unit's name has that on a line of its own. -->
<xsl:template match="@title" mode="lines">
  <line><xsl:value-of select="."/></line>
</xsl:template>

<xsl:template match="@title[string(../@unit)][starts-with(., ../@unit)]" mode="lines">
  <line><xsl:value-of select="../@unit"/></line>
  <line><xsl:value-of select="substring-after(., ../@unit)"/></line>
</xsl:template>

<!-- A field to fill in by hand: the report itself has no date, so that the same
     data gives the same bytes. -->
<xsl:template name="sign">
  <xsl:param name="key"/>
  <xsl:param name="value"/>
  <field>
    <xsl:attribute name="label">
      <xsl:call-template name="word">
        <xsl:with-param name="key" select="$key"/>
      </xsl:call-template>
    </xsl:attribute>
    <xsl:value-of select="$value"/>
  </field>
</xsl:template>

</xsl:stylesheet>
