<?xml version="1.0" encoding="UTF-8"?>
<!--
  Nothing is dropped in silence: an element that no template takes stops the
  run.

  Reads:  anything.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template match="*">
  <xsl:message terminate="yes">
    <xsl:value-of select="concat('no HTML for ', name(), ' in ', name(..),
        ' ', (ancestor-or-self::*/@id)[last()])"/>
  </xsl:message>
</xsl:template>

</xsl:stylesheet>
