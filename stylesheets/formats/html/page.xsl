<?xml version="1.0" encoding="UTF-8"?>
<!--
  The frame of every page: head, style, the link that skips to the content.
  light only: a browser that darkens pages leaves this one as it is printed.

  Needs:  style.xsl (style), words.xsl (skip); of the node that the page is
          about the mode page.body, whose main has the id content.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

<xsl:template name="page">
  <xsl:param name="title"/>
  <html lang="zh-CN">
    <head>
      <title><xsl:value-of select="$title"/></title>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light only"/>
      <!-- Telephones would make links of figures. -->
      <meta name="format-detection" content="telephone=no, date=no, address=no"/>
      <xsl:call-template name="style"/>
    </head>
    <body>
      <a class="skip" href="#content">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'skip'"/>
        </xsl:call-template>
      </a>
      <xsl:apply-templates select="." mode="page.body">
        <xsl:with-param name="title" select="$title"/>
      </xsl:apply-templates>
    </body>
  </html>
</xsl:template>

</xsl:stylesheet>
