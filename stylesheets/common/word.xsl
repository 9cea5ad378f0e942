<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words by key, with {} where something is put in.

  Needs:  $words, documents with <word key=""> elements, each key in one of
          them.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:key name="word" match="word" use="@key"/>

<xsl:template name="word">
  <xsl:param name="key"/>
  <xsl:param name="with"/>
  <xsl:variable name="in" select="$words[key('word', $key)]"/>
  <xsl:if test="not($in)">
    <xsl:message terminate="yes">
      <xsl:value-of select="concat('there are no words for ', $key)"/>
    </xsl:message>
  </xsl:if>
  <xsl:for-each select="$in">           <!-- the document that key() is of -->
    <xsl:variable name="word" select="key('word', $key)"/>
    <xsl:choose>
      <xsl:when test="contains($word, '{}')">
        <xsl:value-of select="concat(substring-before($word, '{}'), $with,
            substring-after($word, '{}'))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
    </xsl:choose>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
