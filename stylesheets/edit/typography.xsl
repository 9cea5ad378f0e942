<?xml version="1.0" encoding="UTF-8"?>
<!--
  The CSS of attachments, which the HTML format puts into each page, as a file.

  Reads:  nothing of its source.
  Needs:  formats/html/style.xsl (style).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl">

<xsl:include href="../formats/html/style.xsl"/>

<xsl:output method="text" encoding="UTF-8"/>

<xsl:template match="/">
  <xsl:variable name="elements"><xsl:call-template name="style"/></xsl:variable>
  <xsl:value-of select="exsl:node-set($elements)/style"/>
</xsl:template>

</xsl:stylesheet>
