<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words of the pages themselves, none of a form: html/words.xml.

  Reads:  html/words.xml.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:include href="../../common/word.xsl"/>

<xsl:variable name="words" select="document('words.xml')"/>

</xsl:stylesheet>
