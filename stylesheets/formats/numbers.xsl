<?xml version="1.0" encoding="UTF-8"?>
<!--
  Numbers of tables, in the order of their attachment, and which values are the
  first ones of their tag.  Counting what stands before each of them would take
  the square of the time, so they are listed once and found by key.

  Reads:  attachment, table, value.
  Gives:  modes number (of tables) and is-first ('1' or nothing).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:set="http://exslt.org/sets"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="exsl set d">

<xsl:include href="number.xsl"/>

<xsl:variable name="numbers.tables">
  <xsl:for-each select="//d:attachment">
    <xsl:for-each select="d:table">
      <number of="{generate-id()}" is="{position()}"/>
    </xsl:for-each>
  </xsl:for-each>
</xsl:variable>

<xsl:variable name="numbers.first">
  <xsl:for-each select="set:distinct(//d:value/@tag)">
    <number of="{generate-id(..)}" is="1"/>
  </xsl:for-each>
</xsl:variable>

<xsl:template match="d:table" mode="number">
  <xsl:call-template name="number">
    <xsl:with-param name="list" select="$numbers.tables"/>
  </xsl:call-template>
</xsl:template>

<xsl:template match="d:value" mode="is-first">
  <xsl:call-template name="number">
    <xsl:with-param name="list" select="$numbers.first"/>
  </xsl:call-template>
</xsl:template>

</xsl:stylesheet>
