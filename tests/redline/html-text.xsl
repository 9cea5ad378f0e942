<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of a page, one block or cell a line, without what one of the two
  elements holds, and without what is for those who hear the page.

  Takes:  drop, "ins" or "del"; neither is in a page without changes.
  Reads:  HTML.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:param name="drop"/>
<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/">
  <xsl:apply-templates select="//article//*[self::p or self::td or self::th or
      self::caption or self::h1 or self::h2 or self::h3 or self::h4 or
      self::h5][not(ancestor::td)]"/>
</xsl:template>

<xsl:template match="*">
  <xsl:variable name="words">
    <xsl:apply-templates select="node()" mode="words"/>
  </xsl:variable>
  <xsl:if test="normalize-space($words)">
    <xsl:value-of select="concat(local-name(), ' ',
        translate($words, ' ', ''), '&#10;')"/>
  </xsl:if>
</xsl:template>

<xsl:template match="*" mode="words">
  <xsl:if test="local-name() != $drop and not(@class = 'said')">
    <xsl:apply-templates mode="words"/>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
