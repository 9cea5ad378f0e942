<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables.  Where a screen is narrower than the table, the box around it
  scrolls; a keyboard must be able to reach it, so it has a focus and a name.

  Reads:  table, caption, columns, column, head, body, row, cell.
  Needs:  attachment.xsl (mode id, and the mark's anchor), text.xsl (mode text
          of note and signatures), marks.xsl (mode signs),
          formats/numbers.xsl (mode number).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:d="urn:jixiao:document:1"
    exclude-result-prefixes="exsl d">

<xsl:template match="d:table">
  <xsl:variable name="attachment"><xsl:apply-templates select=".." mode="id"/></xsl:variable>
  <xsl:variable name="number"><xsl:apply-templates select="." mode="number"/></xsl:variable>
  <xsl:variable name="id" select="concat($attachment, '.', $number)"/>
  <!-- Attachments of one kind have captions alike: the mark tells them apart. -->
  <div class="scroll" role="region">
    <xsl:call-template name="reached-by-keys"/>
    <xsl:attribute name="aria-labelledby">
      <xsl:if test="../d:mark"><xsl:value-of select="concat($attachment, '.mark ')"/></xsl:if>
      <xsl:value-of select="$id"/>
    </xsl:attribute>
    <table class="{@role}-table">
      <xsl:apply-templates select="*">
        <xsl:with-param name="id" select="$id"/>
      </xsl:apply-templates>
    </table>
  </div>
  <xsl:variable name="under" select="following-sibling::*[1]"/>
  <xsl:if test="$under[self::d:note or self::d:signatures]">
    <div class="under"><xsl:apply-templates select="$under" mode="under"/></div>
  </xsl:if>
</xsl:template>

<!-- So that a keyboard can scroll it. -->
<xsl:template name="reached-by-keys">
  <xsl:attribute name="tabindex">0</xsl:attribute>
</xsl:template>

<!-- What stands under a table goes with it, so that paper need not part them. -->
<xsl:template match="*" mode="under"/>
<xsl:template match="d:note | d:signatures" mode="under">
  <xsl:apply-templates select="." mode="text"/>
  <xsl:apply-templates select="following-sibling::*[1]" mode="under"/>
</xsl:template>

<xsl:template match="d:caption">
  <xsl:param name="id"/>
  <caption id="{$id}" class="caption"><xsl:apply-templates/></caption>
</xsl:template>

<!-- In percent: a table fills the width that it is given. -->
<xsl:template match="d:columns">
  <xsl:variable name="all" select="sum(*/@width)"/>
  <colgroup>
    <xsl:for-each select="*">
      <col>
        <xsl:call-template name="own-style">
          <xsl:with-param name="style" select="concat('width:',
              format-number(@width div $all * 100, '0.###'), '%')"/>
        </xsl:call-template>
      </col>
    </xsl:for-each>
  </colgroup>
</xsl:template>

<!-- What one element alone looks like. -->
<xsl:template name="own-style">
  <xsl:param name="style"/>
  <xsl:attribute name="style"><xsl:value-of select="$style"/></xsl:attribute>
</xsl:template>

<xsl:template match="d:head">
  <thead><xsl:apply-templates select="*"/></thead>
</xsl:template>

<!-- HTML has one head a table. -->
<xsl:template match="d:head[preceding-sibling::d:body]">
  <tbody><xsl:apply-templates select="*"/></tbody>
</xsl:template>

<!-- A merged block from the head into the body: a span must not leave its group
     of rows, so that both are one. -->
<xsl:template priority="1" match="d:head[
    following-sibling::*[1]/d:row[1]/d:cell/@continues]"/>
<xsl:template priority="1" match="d:body[d:row[1]/d:cell/@continues]">
  <tbody>
    <xsl:apply-templates select="preceding-sibling::*[1]/d:row | d:row"/>
  </tbody>
</xsl:template>
<xsl:template match="d:cell[@continues]" priority="1"/>

<xsl:template match="d:body">
  <tbody><xsl:apply-templates select="*"/></tbody>
</xsl:template>

<!-- A cell that names a group of rows begins a group of HTML's. -->
<xsl:template match="d:body[d:row/d:cell/@role = 'group']">
  <xsl:variable name="rows" select="d:row"/>
  <xsl:variable name="groups">
    <xsl:for-each select="$rows">
      <xsl:if test="d:cell/@role = 'group'"><group at="{position()}"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:for-each select="exsl:node-set($groups)/*">
    <xsl:variable name="from" select="@at"/>
    <xsl:variable name="next" select="following-sibling::*[1]/@at"/>
    <tbody>
      <xsl:apply-templates select="$rows[position() &gt;= $from and
          not(position() &gt;= $next)]"/>
    </tbody>
  </xsl:for-each>
</xsl:template>

<xsl:template match="d:row">
  <tr><xsl:apply-templates select="*"/></tr>
</xsl:template>

<xsl:template match="d:cell">
  <td><xsl:call-template name="cell"/></td>
</xsl:template>

<!-- A cell that names others; one without words names nothing. -->
<xsl:template match="d:cell[@role = 'header' or @role = 'label'][node()]">
  <th>
    <xsl:copy-of select="@scope"/>
    <xsl:call-template name="cell"/>
  </th>
</xsl:template>

<xsl:template match="d:cell[@role = 'group']">
  <th scope="rowgroup"><xsl:call-template name="cell"/></th>
</xsl:template>

<xsl:template name="cell">
  <xsl:copy-of select="@colspan | @rowspan"/>
  <xsl:apply-templates select="self::*[../parent::d:head]" mode="continued"/>
  <xsl:attribute name="class">
    <xsl:value-of select="@role"/>
    <xsl:if test="@indent"> indented</xsl:if>
    <xsl:if test="@stays"> stays</xsl:if>
  </xsl:attribute>
  <xsl:if test="@indent">
    <xsl:call-template name="own-style">
      <xsl:with-param name="style" select="concat('--indent:', @indent)"/>
    </xsl:call-template>
  </xsl:if>
  <xsl:apply-templates select="." mode="signs"/>
  <xsl:apply-templates select="." mode="words"/>
</xsl:template>

<xsl:template match="d:cell" mode="words"><xsl:apply-templates/></xsl:template>

<!-- Of a label that is too wide to stay itself the words do. -->
<xsl:template match="d:cell[@role = 'label'][@colspan][not(@stays)][node()]"
    mode="words">
  <span class="held"><xsl:apply-templates/></span>
</xsl:template>

<!-- The rows of the cell that continues this one, if one does. -->
<xsl:template match="d:cell" mode="continued">
  <xsl:variable name="n" select="count(preceding-sibling::*) + 1"/>
  <xsl:variable name="continuing" select="../self::*[not(preceding-sibling::*)]
      /../following-sibling::*[1]/d:row[1]/d:cell[$n][@continues]"/>
  <xsl:if test="$continuing">
    <xsl:attribute name="rowspan">
      <xsl:value-of select="sum((. | $continuing)/@rowspan) +
          not(@rowspan) + not($continuing/@rowspan)"/>
    </xsl:attribute>
  </xsl:if>
</xsl:template>

<xsl:template match="d:cell/d:paragraph">
  <p><xsl:apply-templates/></p>
</xsl:template>

</xsl:stylesheet>
