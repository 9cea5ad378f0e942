<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables.  Where the page model leaves a covered place out, Word wants a cell
  that continues the one above (w:vMerge).  A row is told what reaches into it
  from above as a list of spans from left to right,

    "COLUMN WIDTH LEFT;"   the first column, how many, the rows still to cover

  and behind the rows a + where the merged block is short enough to stay on a
  page, a - where it continues one of the heads, from which no line parts it.

  Reads:  table, caption, columns, column, head, body, row, cell, paragraph.
  Needs:  inline.xsl; units.xsl (lengths); styles.xsl (the styles' ids).
  Time:   a step to the next sibling has no second predicate, for libxml2 goes
          on to the last one then, and stops at the first otherwise.
  Limits: a row is a call from the one above, and libxslt allows some 2,500 of
          them, so that every $rows.chunk rows begin anew.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="d">

<!-- Rows of a merged block that are kept together. -->
<xsl:variable name="rows.together" select="3"/>

<xsl:template match="d:table">
  <xsl:apply-templates select="d:caption[../@role = 'text']"/>
  <xsl:apply-templates select="d:body" mode="part"/>
  <xsl:apply-templates select="*[not(self::d:caption or self::d:columns or
      self::d:head or self::d:body)]"/>
  <!-- Word would make one table of two. -->
  <xsl:if test="following-sibling::*[1]/self::d:table[@role = 'form']">
    <xsl:call-template name="thin"/>
  </xsl:if>
</xsl:template>

<!-- A body and the heads before it, as a table of their own: Word repeats a
     table's first rows alone.  Where two parts meet, each draws half of the
     line, so that a page may also end between them. -->
<xsl:template match="d:body" mode="part">
  <xsl:variable name="columns" select="../d:columns/*"/>
  <xsl:variable name="more" select="boolean(following-sibling::d:body)"/>
  <xsl:variable name="under" select="../following-sibling::*[1]"/>
  <w:tbl>
    <w:tblPr>
      <w:tblW w:w="{round(sum($columns/@width) * $twips-per-mm)}" w:type="dxa"/>
      <w:jc w:val="center"/>
      <xsl:call-template name="borders">
        <xsl:with-param name="top"
            select="$line div (1 + boolean(preceding-sibling::d:body))"/>
        <xsl:with-param name="bottom" select="$line div (1 + $more)"/>
      </xsl:call-template>
      <w:tblLayout w:type="fixed"/>
      <xsl:copy-of select="$padding"/>
      <w:tblCaption>
        <xsl:attribute name="w:val">
          <xsl:apply-templates select="../d:caption/node()" mode="accepted"/>
        </xsl:attribute>
      </w:tblCaption>
    </w:tblPr>
    <w:tblGrid><xsl:apply-templates select="$columns"/></w:tblGrid>
    <xsl:apply-templates mode="chunk"
        select="preceding-sibling::*[1]/self::d:head/*[1] | *[1]">
      <xsl:with-param name="columns" select="$columns"/>
    </xsl:apply-templates>
    <xsl:if test="not($more) and ../@role = 'form' and
        $under[self::d:note or self::d:signatures]">
      <xsl:call-template name="foot">
        <xsl:with-param name="columns" select="$columns"/>
      </xsl:call-template>
    </xsl:if>
  </w:tbl>
  <xsl:if test="$more"><xsl:call-template name="join"/></xsl:if>
</xsl:template>

<!-- What parts two tables that are to look as one: a paragraph as low as there
     is one, as dark as the lines that it lies between. -->
<xsl:template name="join">
  <w:p>
    <w:pPr>
      <w:shd w:val="clear" w:color="auto" w:fill="000000"/>
      <w:snapToGrid w:val="0"/>
      <w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>
    </w:pPr>
  </w:p>
</xsl:template>

<!-- Notes and signatures under a form as a row without lines: a row can be
     kept with the one above in every program, a paragraph with a table's last
     row in Word alone. -->
<xsl:template name="foot">
  <xsl:param name="columns"/>
  <xsl:variable name="first" select="../following-sibling::*[1]"/>
  <w:tr>
    <w:trPr>
      <w:cantSplit/>
      <!-- One that comes or goes whole. -->
      <xsl:if test="not($first/following-sibling::*[
          not(@change = $first/@change)])">
        <xsl:apply-templates select="$first/@change" mode="row">
          <xsl:with-param name="of" select="."/>
        </xsl:apply-templates>
      </xsl:if>
    </w:trPr>
    <w:tc>
      <w:tcPr>
        <w:tcW w:type="dxa"
            w:w="{round(sum($columns/@width) * $twips-per-mm)}"/>
        <w:gridSpan w:val="{count($columns)}"/>
        <w:tcBorders>
          <w:left w:val="nil"/>
          <w:bottom w:val="nil"/>
          <w:right w:val="nil"/>
        </w:tcBorders>
        <w:tcMar>
          <w:left w:w="0" w:type="dxa"/>
          <w:right w:w="0" w:type="dxa"/>
        </w:tcMar>
      </w:tcPr>
      <xsl:apply-templates select="$first" mode="foot"/>
    </w:tc>
  </w:tr>
</xsl:template>

<xsl:template match="*" mode="foot"/>
<xsl:template match="d:note | d:signatures" mode="foot">
  <xsl:apply-templates select="."/>
  <xsl:apply-templates select="following-sibling::*[1]" mode="foot"/>
</xsl:template>

<xsl:template match="d:caption">
  <w:p>
    <w:pPr><w:pStyle w:val="Caption"/></w:pPr>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<xsl:template match="d:column">
  <w:gridCol w:w="{round(@width * $twips-per-mm)}"/>
</xsl:template>

<!-- A row with more characters than this in a cell may not fit a page of the
     narrowest column, and what no page holds, LibreOffice does not show: such
     a row is split and kept with nothing. -->
<xsl:variable name="row.longest" select="300"/>

<!-- How many rows call one another: the number in the paths below, which is
     written out, since libxml2 then counts no further than to it. -->
<xsl:variable name="rows.chunk" select="250"/>

<!-- So many rows, and then the ones below them. -->
<xsl:template match="d:row" mode="chunk">
  <xsl:param name="columns"/>
  <xsl:param name="above"/>
  <xsl:variable name="next" select="following-sibling::*[250]"/>
  <xsl:apply-templates select=".">
    <xsl:with-param name="columns" select="$columns"/>
    <xsl:with-param name="above" select="string($above)"/>
  </xsl:apply-templates>
  <xsl:if test="$next">
    <xsl:variable name="below">
      <xsl:apply-templates select="." mode="chunk.below">
        <xsl:with-param name="above" select="string($above)"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:apply-templates select="$next" mode="chunk">
      <xsl:with-param name="columns" select="$columns"/>
      <xsl:with-param name="above" select="string($below)"/>
    </xsl:apply-templates>
  </xsl:if>
</xsl:template>

<!-- What reaches from so many rows into the one below them. -->
<xsl:template match="d:row" mode="chunk.below">
  <xsl:param name="above"/>
  <xsl:param name="left" select="$rows.chunk"/>
  <xsl:variable name="below">
    <xsl:apply-templates select="." mode="below">
      <xsl:with-param name="above" select="$above"/>
    </xsl:apply-templates>
  </xsl:variable>
  <xsl:variable name="next" select="following-sibling::*[1]"/>
  <xsl:if test="$left = 1"><xsl:value-of select="$below"/></xsl:if>
  <xsl:apply-templates select="$next[$left &gt; 1]" mode="chunk.below">
    <xsl:with-param name="above" select="string($below)"/>
    <xsl:with-param name="left" select="$left - 1"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="d:row" mode="below">
  <xsl:param name="above"/>
  <xsl:if test="$above != '' or d:cell/@rowspan">
    <xsl:call-template name="spans">
      <xsl:with-param name="cell" select="*[1]"/>
      <xsl:with-param name="above" select="$above"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- A row, and then the one below it. -->
<xsl:template match="d:row">
  <xsl:param name="columns"/>
  <xsl:param name="above"/>
  <xsl:param name="left" select="$rows.chunk"/>
  <xsl:variable name="below">
    <xsl:apply-templates select="." mode="below">
      <xsl:with-param name="above" select="$above"/>
    </xsl:apply-templates>
  </xsl:variable>
  <xsl:variable name="next" select="following-sibling::*[1]"/>
  <xsl:variable name="under" select="../../following-sibling::*[1]"/>
  <xsl:variable name="fits" select="not(*[string-length() &gt; $row.longest])"/>
  <w:tr>
    <w:trPr>
      <xsl:if test="$fits"><w:cantSplit/></xsl:if>
      <xsl:if test="parent::d:head"><w:tblHeader/></xsl:if>
      <xsl:apply-templates select="@change" mode="row"/>
    </w:trPr>
    <xsl:call-template name="cells">
      <xsl:with-param name="cell" select="*[1]"/>
      <xsl:with-param name="above" select="$above"/>
      <xsl:with-param name="columns" select="$columns"/>
      <!-- Heads of columns stay with what they name, those of groups with the
           first two rows, the first row of a merged block with the second,
           the last two rows with one another and with the notes, unless the
           one above the last would draw heads of columns along. -->
      <xsl:with-param name="keep" select="$fits and (contains($below, '+')
          or *[@role = 'header' or @role = 'group' or @rowspan]
          or preceding-sibling::*[1]/*[@role = 'group']
          or not($next/following-sibling::*[1] or
              ../following-sibling::d:body) and
          ($next or $under[self::d:note or self::d:signatures])
          and not($next and (preceding-sibling::*[1] |
              preceding-sibling::*[2])/*[@role = 'header']))"/>
    </xsl:call-template>
  </w:tr>
  <xsl:apply-templates select="$next[$left &gt; 1]">
    <xsl:with-param name="columns" select="$columns"/>
    <xsl:with-param name="above" select="string($below)"/>
    <xsl:with-param name="left" select="$left - 1"/>
  </xsl:apply-templates>
</xsl:template>

<!-- What reaches from the row into the one below, from a column on. -->
<xsl:template name="spans">
  <xsl:param name="cell"/>
  <xsl:param name="above"/>
  <xsl:param name="column" select="1"/>
  <xsl:choose>
    <xsl:when test="$above and starts-with($above, concat($column, ' '))">
      <xsl:variable name="rest" select="substring-after($above, ' ')"/>
      <xsl:variable name="width" select="substring-before($rest, ' ')"/>
      <xsl:variable name="left" select="substring-before(
          substring-after($rest, ' '), ';')"/>
      <xsl:variable name="rows" select="translate($left, '+-', '')"/>
      <xsl:if test="$rows &gt; 1">
        <xsl:value-of select="concat($column, ' ', $width, ' ', $rows - 1,
            substring-after($left, $rows), ';')"/>
      </xsl:if>
      <xsl:call-template name="spans">
        <xsl:with-param name="cell" select="$cell"/>
        <xsl:with-param name="above" select="substring-after($above, ';')"/>
        <xsl:with-param name="column" select="$column + $width"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$cell">
      <xsl:variable name="width"
          select="sum($cell/@colspan) + not($cell/@colspan)"/>
      <xsl:if test="$cell/@rowspan &gt; 1">
        <xsl:value-of select="concat($column, ' ', $width, ' ',
            $cell/@rowspan - 1,
            substring('+', 1, $cell/@rowspan &lt;= $rows.together),
            substring('-', 1, count($cell/@continues)), ';')"/>
      </xsl:if>
      <xsl:call-template name="spans">
        <xsl:with-param name="cell" select="$cell/following-sibling::*[1]"/>
        <xsl:with-param name="above" select="$above"/>
        <xsl:with-param name="column" select="$column + $width"/>
      </xsl:call-template>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<!-- The row's cells from a column on. -->
<xsl:template name="cells">
  <xsl:param name="cell"/>
  <xsl:param name="above"/>
  <xsl:param name="columns"/>   <!-- from this one on -->
  <xsl:param name="keep"/>
  <xsl:param name="column" select="1"/>
  <xsl:choose>
    <xsl:when test="$above and starts-with($above, concat($column, ' '))">
      <xsl:variable name="width" select="number(substring-before(
          substring-after($above, ' '), ' '))"/>
      <w:tc>
        <w:tcPr>
          <w:tcW w:type="dxa" w:w="{round(sum($columns[position() &lt;= $width]
              /@width) * $twips-per-mm)}"/>
          <xsl:if test="$width &gt; 1"><w:gridSpan w:val="{$width}"/></xsl:if>
          <w:vMerge/>
          <xsl:if test="contains(substring-before($above, ';'), '-')">
            <w:tcBorders><w:top w:val="nil"/></w:tcBorders>
          </xsl:if>
        </w:tcPr>
        <w:p>
          <w:pPr>
            <w:pStyle w:val="Blank"/>
            <xsl:if test="$keep"><w:keepNext/></xsl:if>
          </w:pPr>
        </w:p>
      </w:tc>
      <xsl:call-template name="cells">
        <xsl:with-param name="cell" select="$cell"/>
        <xsl:with-param name="above" select="substring-after($above, ';')"/>
        <xsl:with-param name="columns"
            select="$columns[position() &gt; $width]"/>
        <xsl:with-param name="keep" select="$keep"/>
        <xsl:with-param name="column" select="$column + $width"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:when test="$cell">
      <xsl:variable name="width"
          select="sum($cell/@colspan) + not($cell/@colspan)"/>
      <xsl:variable name="twips" select="round(sum(
          $columns[position() &lt;= $width]/@width) * $twips-per-mm)"/>
      <w:tc>
        <w:tcPr>
          <w:tcW w:type="dxa" w:w="{$twips}"/>
          <xsl:if test="$width &gt; 1"><w:gridSpan w:val="{$width}"/></xsl:if>
          <xsl:if test="$cell/@rowspan &gt; 1">
            <w:vMerge w:val="restart"/>
          </xsl:if>
          <xsl:apply-templates select="$cell" mode="joined"/>
          <xsl:apply-templates mode="shade"
              select="$shaded[@name = $cell/@role]/@shade"/>
          <w:vAlign w:val="center"/>
        </w:tcPr>
        <xsl:apply-templates select="$cell">
          <xsl:with-param name="keep" select="$keep"/>
          <xsl:with-param name="room" select="$twips - 2 * $padding.side"/>
        </xsl:apply-templates>
      </w:tc>
      <xsl:call-template name="cells">
        <xsl:with-param name="cell" select="$cell/following-sibling::*[1]"/>
        <xsl:with-param name="above" select="$above"/>
        <xsl:with-param name="columns"
            select="$columns[position() &gt; $width]"/>
        <xsl:with-param name="keep" select="$keep"/>
        <xsl:with-param name="column" select="$column + $width"/>
      </xsl:call-template>
    </xsl:when>
  </xsl:choose>
</xsl:template>

<!-- No line parts a cell of the heads from the one that continues it. -->
<xsl:template match="d:cell" mode="joined"/>
<xsl:template match="d:cell[@continues]" mode="joined">
  <w:tcBorders><w:top w:val="nil"/></w:tcBorders>
</xsl:template>
<xsl:template match="d:head/d:row[1]/d:cell" mode="joined">
  <xsl:variable name="n" select="count(preceding-sibling::*) + 1"/>
  <xsl:if test="../../following-sibling::*[1]/d:row[1]/d:cell[$n]/@continues">
    <w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>
  </xsl:if>
</xsl:template>

<xsl:template match="d:cell">
  <xsl:param name="keep"/>
  <xsl:param name="room"/>
  <w:p>
    <xsl:apply-templates select="." mode="paragraph">
      <xsl:with-param name="keep" select="$keep"/>
      <xsl:with-param name="room" select="$room"/>
    </xsl:apply-templates>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<xsl:template match="d:cell[d:paragraph]">
  <xsl:param name="keep"/>
  <xsl:apply-templates select="*">
    <xsl:with-param name="keep" select="$keep"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="d:cell/d:paragraph">
  <xsl:param name="keep"/>
  <w:p>
    <xsl:apply-templates select=".." mode="paragraph">
      <xsl:with-param name="keep" select="$keep"/>
    </xsl:apply-templates>
    <xsl:apply-templates/>
  </w:p>
</xsl:template>

<xsl:template match="d:cell" mode="paragraph">
  <xsl:param name="keep"/>
  <xsl:param name="room"/>
  <w:pPr>
    <xsl:apply-templates select="@role">
      <xsl:with-param name="room" select="$room"/>
    </xsl:apply-templates>
    <xsl:if test="$keep"><w:keepNext/></xsl:if>
    <xsl:apply-templates select="." mode="indents">
      <xsl:with-param name="room" select="$room"/>
    </xsl:apply-templates>
  </w:pPr>
</xsl:template>

<!-- What even lines leave of a cell's width, for words that name others and are
     too long for one line: none of these has a character by itself.  Of two
     lines the first may be a little longer, up to a bracket.  Words that the
     form breaks have their lines already.  A twip for each character
     of a line is for rounding. -->
<xsl:template match="d:cell" mode="spare">0</xsl:template>
<xsl:template mode="spare" match="d:cell[@role = 'header' or @role = 'label']
    [not(d:break or d:paragraph)]">
  <xsl:param name="room"/>
  <xsl:variable name="character" select="20 * $label.size"/>
  <xsl:variable name="left" select="$room - $character * sum(@indent)"/>
  <xsl:choose>
    <!-- Most words fit, however wide they are. -->
    <xsl:when test="string-length() * $character &lt;= $left">0</xsl:when>
    <xsl:otherwise>
      <xsl:call-template name="spare">
        <xsl:with-param name="character" select="$character"/>
        <xsl:with-param name="room" select="$left"/>
      </xsl:call-template>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="spare">
  <xsl:param name="character"/>
  <xsl:param name="room"/>
  <xsl:variable name="length">
    <xsl:call-template name="length">
      <xsl:with-param name="words" select="."/>
      <xsl:with-param name="character" select="$character"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="before">
    <xsl:call-template name="length">
      <xsl:with-param name="words" select="substring-before(., '（')"/>
      <xsl:with-param name="character" select="$character"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="even" select="$length div ceiling($length div $room)"/>
  <xsl:variable name="nearly" select="$even * 2 &gt;= $length and
      $before &gt;= $even and $before &lt; $even * 3 div 2"/>
  <xsl:variable name="line" select="($character + 1) * ceiling(
      ($even * not($nearly) + $before * $nearly) div $character)"/>
  <xsl:value-of select="($room - $line) *
      ($length &gt; $room and $room &gt; $line)"/>
</xsl:template>

<!-- Most cells are none whose words are spread. -->
<xsl:template match="d:cell" mode="indents"/>
<xsl:template mode="indents"
    match="d:cell[@role = 'header' or @role = 'label']">
  <xsl:param name="room"/>
  <xsl:variable name="spare">
    <xsl:apply-templates select="." mode="spare">
      <xsl:with-param name="room" select="$room"/>
    </xsl:apply-templates>
  </xsl:variable>
  <xsl:if test="$spare &gt; 0">
    <w:ind w:left="{floor($spare div 2)}" w:right="{floor($spare div 2)}"/>
  </xsl:if>
</xsl:template>

<xsl:template match="d:cell[@indent]" mode="indents">
  <xsl:param name="room"/>
  <xsl:variable name="spare">
    <xsl:apply-templates select="." mode="spare">
      <xsl:with-param name="room" select="$room"/>
    </xsl:apply-templates>
  </xsl:variable>
  <w:ind w:leftChars="{100 * @indent}" w:left="{20 * @indent * $label.size}">
    <xsl:if test="$spare &gt; 0">
      <xsl:attribute name="w:right">
        <xsl:value-of select="floor($spare)"/>
      </xsl:attribute>
    </xsl:if>
  </w:ind>
  <w:jc w:val="left"/>
</xsl:template>

<!-- The size in which a figure and its unit fit into one line of the cell, as the
     style's id ends; none where it does as it is, or where none is small
     enough.  What begins with no figure is words, which break.  LibreOffice
     leaves a quarter of a character between the two; a point takes no more, %
     not quite a character. -->
<xsl:variable name="figure.longest" select="16"/>

<xsl:template match="d:cell" mode="smaller"/>
<xsl:template match="d:cell[not(d:break or d:paragraph)]" mode="smaller">
  <xsl:param name="room"/>
  <xsl:param name="size"/>
  <!-- Most figures fit, however wide they are. -->
  <xsl:if test="string-length() * 20 * $size &gt; $room and
      string-length(translate(substring(., 1, 2), '0123456789', '')) &lt; 2">
    <xsl:variable name="length">
      <xsl:call-template name="length">
        <xsl:with-param name="words" select="."/>
        <xsl:with-param name="character" select="20 * $size"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="wide" select="$length + $size * (
        5 * (translate(., concat($latin, '%'), '') != '')
        - 5 * (string-length() - string-length(translate(., '.', '')))
        - 3 * (string-length() - string-length(translate(., '%', ''))))"/>
    <xsl:variable name="smaller"
        select="floor(2 * $size * $room div $wide)"/>
    <xsl:if test="$wide &gt; $room and $smaller &gt;= 2 * $table/@smallest">
      <xsl:value-of select="$smaller"/>
    </xsl:if>
  </xsl:if>
</xsl:template>

<!-- Words of which a full line would leave one character alone in the last: even
     lines leave none.  Longer ones have too many lines for that to be seen. -->
<xsl:variable name="evened.longest" select="24"/>

<xsl:template mode="indents" match="d:cell[@role = 'text'][not(@indent or
    d:break or d:paragraph)]">
  <xsl:param name="room"/>
  <xsl:variable name="character" select="20 * $text.size"/>
  <xsl:variable name="line" select="floor($room div $character)"/>
  <xsl:if test="string-length() &gt; $line and
      string-length() &lt;= $evened.longest and
      string-length() mod $line = 1 and translate(., $latin, '') = .">
    <xsl:variable name="spare">
      <xsl:call-template name="spare">
        <xsl:with-param name="character" select="$character"/>
        <xsl:with-param name="room" select="$room"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="$spare &gt; 0"><w:ind w:right="{floor($spare)}"/></xsl:if>
  </xsl:if>
</xsl:template>

<xsl:template match="@shade" mode="shade">
  <w:shd w:val="clear" w:color="auto" w:fill="{.}"/>
</xsl:template>

<xsl:template match="@role[. = 'header']"><w:pStyle w:val="Header"/></xsl:template>
<xsl:template match="@role[. = 'label']"><w:pStyle w:val="Label"/></xsl:template>
<xsl:template match="@role[. = 'group']"><w:pStyle w:val="Group"/></xsl:template>
<xsl:template match="@role[. = 'text']">
  <xsl:param name="room"/>
  <w:pStyle>
    <xsl:attribute name="w:val">
      <xsl:text>Text</xsl:text>
      <xsl:apply-templates select="../self::*[string-length() &lt;=
          $figure.longest]" mode="smaller">
        <xsl:with-param name="room" select="$room"/>
        <xsl:with-param name="size" select="$text.size"/>
      </xsl:apply-templates>
    </xsl:attribute>
  </w:pStyle>
</xsl:template>
<xsl:template match="@role[. = 'figure']">
  <xsl:param name="room"/>
  <w:pStyle>
    <xsl:attribute name="w:val">
      <xsl:text>Figure</xsl:text>
      <xsl:apply-templates select=".." mode="smaller">
        <xsl:with-param name="room" select="$room"/>
        <xsl:with-param name="size" select="$figure.size"/>
      </xsl:apply-templates>
    </xsl:attribute>
  </w:pStyle>
</xsl:template>
<xsl:template match="@role[. = 'blank']"><w:pStyle w:val="Blank"/></xsl:template>

</xsl:stylesheet>
