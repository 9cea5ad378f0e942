<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words of the pages themselves, none of a form: html/words.xml by key, with
  {} where something is put in.

  Reads:  html/words.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:variable name="words" select="document('words.xml')/words/word"/>

<xsl:template name="word">
  <xsl:param name="key"/>
  <xsl:param name="with"/>
  <xsl:variable name="word" select="$words[@key = $key]"/>
  <xsl:choose>
    <xsl:when test="not($word)">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat('html/words.xml has no ', $key)"/>
      </xsl:message>
    </xsl:when>
    <xsl:when test="contains($word, '{}')">
      <xsl:value-of select="concat(substring-before($word, '{}'), $with,
          substring-after($word, '{}'))"/>
    </xsl:when>
    <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
  </xsl:choose>
</xsl:template>

</xsl:stylesheet>
