<?xml version="1.0" encoding="UTF-8"?>
<!-- The attachments of a <documents> that are forms, by id, one a line. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1">

<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/">
  <xsl:for-each select="//d:attachment[d:table/@role = 'form']">
    <xsl:value-of select="concat(@id, '&#10;')"/>
  </xsl:for-each>
</xsl:template>

</xsl:stylesheet>
