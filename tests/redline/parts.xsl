<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is wrong with the tracked changes of a Word document, a line each: two
  with one number, one without an author, one in another, a control or a merged
  cell's words in a row that comes or goes whole.

  Reads:  word/document.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">

<xsl:output method="text" encoding="UTF-8"/>
<xsl:key name="id" match="w:ins | w:del | w:bookmarkStart" use="@w:id"/>

<xsl:template match="/">
  <xsl:variable name="changes" select="//w:ins | //w:del"/>
  <xsl:if test="not($changes)">no change is tracked&#10;</xsl:if>
  <xsl:apply-templates select="$changes"/>
</xsl:template>

<xsl:template match="w:ins | w:del">
  <xsl:if test="key('id', @w:id)[2]">
    <xsl:value-of select="concat('number ', @w:id, ' twice&#10;')"/>
  </xsl:if>
  <xsl:if test="not(string(@w:author)) or not(string(@w:date))">
    <xsl:value-of select="concat('number ', @w:id, ' by nobody&#10;')"/>
  </xsl:if>
  <xsl:if test="ancestor::w:ins or ancestor::w:del">
    <xsl:value-of select="concat('number ', @w:id, ' in another&#10;')"/>
  </xsl:if>
  <xsl:if test="parent::w:trPr and ../..//w:sdt">
    <xsl:value-of select="concat('number ', @w:id, ' on a control&#10;')"/>
  </xsl:if>
  <xsl:if test="self::w:del//w:t or self::w:ins//w:delText">
    <xsl:value-of select="concat('number ', @w:id, ' is no text&#10;')"/>
  </xsl:if>
</xsl:template>

</xsl:stylesheet>
