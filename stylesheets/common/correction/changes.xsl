<?xml version="1.0" encoding="UTF-8"?>
<!--
  What changed, as two tables: what was stated otherwise, with reasons, and the
  figures that follow or are quoted.  What moved is one change, of the place
  where it stands now.

  Reads:  documents, attachment, mark, value, inserted, deleted, @change,
          @moved, @rewritten; place/@follows, unshown;
          corrections/item of the submission (pointer, reason).
  Needs:  places.xsl (mode place, key place), said.xsl (side, mode said), word.xsl (word),
          table.xsl (head, columns), numbering.xsl (number),
          correction.xsl (correction.word).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:jixiao:document:1"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    xmlns="urn:jixiao:document:1"
    exclude-result-prefixes="d exsl str">

<!-- A value that is printed twice in an attachment is said once, with the
     number of its other places: those that a reader sees, which the caption of
     a form, its title again, is not.  The number of entries of a list is not
     said with the list: as the key counted, which no key can ask. -->
<xsl:key name="printed" match="d:value[d:inserted or d:deleted][
    not(@rewritten)][not(ancestor::d:caption[../@role = 'form'])]"
    use="concat(ancestor::d:attachment/@src, ' ',
        ancestor::d:attachment/@id, ' ', @src, ' ', @type = 'list' and
        contains('0123456789', substring(., 1, 1)))"/>
<!-- Of a list, how many entries there are, and not which: it follows. -->
<xsl:key name="counted" use="generate-id()" match="d:value[@type = 'list'][
    contains('0123456789', substring(., 1, 1))]"/>
<xsl:key name="went" match="d:attachment | d:value | *[@change]" use="@src"/>
<!-- What a formula would give, had it all that it asks for. -->
<xsl:key name="awaited" match="*[@awaited][@state = 'absent']" use="@src"/>
<xsl:key name="gone" match="*[@change = 'deleted'][@moved]"
    use="concat(generate-id(ancestor::d:attachment), ' ', @moved)"/>

<!-- Both tables, numbered as they come; reasons have a column where a row has
     one of its own.  A figure that is only written otherwise is in neither. -->
<xsl:template match="d:documents" mode="changes">
  <xsl:variable name="stated">
    <xsl:apply-templates select="d:attachment" mode="stated"/>
    <xsl:apply-templates select="/correction/unshown" mode="change"/>
  </xsl:variable>
  <xsl:variable name="reasoned"
      select="boolean(exsl:node-set($stated)/d:row/d:cell[5][string()])"/>
  <xsl:call-template name="changes">
    <xsl:with-param name="key" select="'correction.stated'"/>
    <xsl:with-param name="n" select="1"/>
    <xsl:with-param name="widths">
      <xsl:if test="$reasoned">20 48 32 32 24</xsl:if>
      <xsl:if test="not($reasoned)"><xsl:value-of select="$unreasoned"/></xsl:if>
    </xsl:with-param>
    <xsl:with-param name="rows">
      <xsl:for-each select="exsl:node-set($stated)/d:row">
        <row><xsl:copy-of select="d:cell[$reasoned or position() &lt; 5]"/></row>
      </xsl:for-each>
    </xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="changes">
    <xsl:with-param name="key" select="'correction.following'"/>
    <xsl:with-param name="n" select="1 + boolean(string($stated))"/>
    <xsl:with-param name="widths" select="$unreasoned"/>
    <xsl:with-param name="rows">
      <xsl:apply-templates select="d:attachment" mode="following"/>
    </xsl:with-param>
  </xsl:call-template>
</xsl:template>

<xsl:variable name="unreasoned" select="'20 62 37 37'"/>

<!-- Of what moved under a heading that did, the heading alone; of a table that
     came or went, its caption. -->
<xsl:template match="d:attachment" mode="stated">
  <xsl:variable name="whole" select="d:title/@change"/>
  <xsl:apply-templates select="$whole" mode="change"/>
  <xsl:apply-templates mode="change" select=".//d:value[d:inserted or
      d:deleted][not(@rewritten)][not(@state = 'derived' or
      key('awaited', @src))][(@type = 'list' and
      not(key('counted', generate-id()))) or key('place',
      concat(current()/@kind, ' ', @src))[not(@follows)]] |
      self::*[not($whole)]//*[@change][not(@moved) or (@change = 'inserted' and
      (self::d:heading or not(preceding-sibling::d:heading[1]/@moved)))][
      not(ancestor::d:table/d:caption[@change]) or self::d:caption]">
    <xsl:with-param name="reasoned" select="true()"/>
  </xsl:apply-templates>
</xsl:template>

<xsl:template match="d:attachment" mode="following">
  <xsl:apply-templates mode="change" select="d:mark[not(@change)][d:inserted or
      d:deleted] | .//d:value[d:inserted or d:deleted][not(@rewritten)][
      @state = 'derived' or key('awaited', @src) or
      (@type = 'list' and key('counted', generate-id())) or
      (@type != 'list' and not(key('place',
      concat(current()/@kind, ' ', @src))[not(@follows)]))]"/>
</xsl:template>

<!-- A heading and a table; nothing where there are no rows. -->
<xsl:template name="changes">
  <xsl:param name="key"/>
  <xsl:param name="n"/>
  <xsl:param name="widths"/>
  <xsl:param name="rows"/>
  <xsl:variable name="title">
    <xsl:call-template name="correction.word">
      <xsl:with-param name="key" select="$key"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:if test="string($rows)">
    <xsl:variable name="columns" select="count(str:tokenize($widths))"/>
    <xsl:variable name="number">
      <xsl:call-template name="number">
        <xsl:with-param name="depth" select="1"/>
        <xsl:with-param name="n" select="$n"/>
      </xsl:call-template>
    </xsl:variable>
    <heading level="1" number="{$number}"><xsl:value-of select="$title"/></heading>
    <table role="form">
      <caption><xsl:value-of select="$title"/></caption>
      <xsl:call-template name="columns">
        <xsl:with-param name="widths" select="$widths"/>
      </xsl:call-template>
      <head>
        <row>
          <xsl:for-each select="$words/words/word[@key =
              concat($key, '.columns')][position() &lt;= $columns]">
            <xsl:call-template name="head">
              <xsl:with-param name="scope" select="'col'"/>
              <xsl:with-param name="stays" select="position() = 2"/>
              <xsl:with-param name="inline"><xsl:value-of select="."/></xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </row>
      </head>
      <body><xsl:copy-of select="$rows"/></body>
    </table>
  </xsl:if>
</xsl:template>

<!-- The first of its attachment. -->
<xsl:template match="d:value" mode="change">
  <xsl:param name="reasoned"/>
  <xsl:variable name="attachment" select="ancestor::d:attachment"/>
  <xsl:variable name="counted"
      select="boolean(key('counted', generate-id()))"/>
  <xsl:variable name="places" select="key('printed', concat($attachment/@src,
      ' ', $attachment/@id, ' ', @src, ' ', $counted))"/>
  <xsl:if test="generate-id() = generate-id($places[1])">
    <xsl:call-template name="change">
      <xsl:with-param name="reasoned" select="$reasoned"/>
      <xsl:with-param name="others" select="count($places) - 1"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- Blocks and rows that came or went whole. -->
<xsl:template match="*" mode="change">
  <xsl:param name="reasoned"/>
  <xsl:if test="string()">
    <xsl:call-template name="change">
      <xsl:with-param name="reasoned" select="$reasoned"/>
    </xsl:call-template>
  </xsl:if>
</xsl:template>

<!-- What no attachment shows. -->
<xsl:template match="unshown" mode="change">
  <row>
    <cell role="text"><xsl:value-of select="@kind"/></cell>
    <cell role="text" stays="true"><xsl:value-of select="."/></cell>
    <xsl:call-template name="side">
      <xsl:with-param name="said" select="string(@old)"/>
    </xsl:call-template>
    <xsl:call-template name="side">
      <xsl:with-param name="said" select="string(@new)"/>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="reason"/>
  </row>
</xsl:template>

<!-- The number of an attachment. -->
<xsl:template match="d:mark" mode="change">
  <row>
    <xsl:call-template name="of.attachment"/>
    <cell role="text" stays="true">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key" select="'correction.number'"/>
      </xsl:call-template>
    </cell>
    <xsl:call-template name="side">
      <xsl:with-param name="said"><xsl:apply-templates mode="former"/></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="side">
      <xsl:with-param name="said"><xsl:apply-templates mode="kept"/></xsl:with-param>
    </xsl:call-template>
  </row>
</xsl:template>

<xsl:template match="d:inserted" mode="former"/>

<!-- An attachment that did. -->
<xsl:template match="@change" mode="change">
  <row>
    <xsl:call-template name="of.attachment"/>
    <cell role="text">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key" select="'correction.whole'"/>
      </xsl:call-template>
    </cell>
    <xsl:call-template name="side">
      <xsl:with-param name="said" select="string(../../@name[current() = 'deleted'])"/>
    </xsl:call-template>
    <xsl:call-template name="side">
      <xsl:with-param name="said" select="string(../../@name[current() = 'inserted'])"/>
    </xsl:call-template>
    <xsl:apply-templates select="ancestor::d:attachment" mode="reason"/>
  </row>
</xsl:template>

<!-- Why: what the data says of the value, or of what is around it; of what went,
     by where it stood, which is not said of what stands there now. -->
<xsl:template match="*" mode="reason">
  <xsl:variable name="src" select="((self::*[@change] | self::unshown | self::d:attachment |
      descendant-or-self::d:value)/@src[string()])[1]"/>
  <xsl:variable name="went" select="starts-with($src, '/-/')"/>
  <cell role="text">
    <xsl:call-template name="reason.nearest">
      <xsl:with-param name="pointer"/>
      <xsl:with-param name="below" select="substring($src, 1 + 2 * $went)"/>
      <xsl:with-param name="went" select="$went"/>
    </xsl:call-template>
  </cell>
</xsl:template>

<xsl:key name="correction" match="corrections/item" use="pointer"/>

<!-- The reason that is given for the most of a pointer: a step more each time,
     with what is found so far. -->
<xsl:template name="reason.nearest">
  <xsl:param name="pointer"/>
  <xsl:param name="below"/>
  <xsl:param name="went"/>
  <xsl:param name="above" select="/.."/>
  <xsl:variable name="here" select="key('correction', $pointer)[
      $went or not(key('went', concat('/-', $pointer)))]"/>
  <xsl:variable name="nearest" select="$here[1] | $above[not($here)]"/>
  <xsl:choose>
    <xsl:when test="string($below)">
      <xsl:variable name="step" select="concat('/', substring-before(concat(
          substring($below, 2), '/'), '/'))"/>
      <xsl:call-template name="reason.nearest">
        <xsl:with-param name="pointer" select="concat($pointer, $step)"/>
        <xsl:with-param name="below" select="substring($below, 1 +
            string-length($step))"/>
        <xsl:with-param name="went" select="$went"/>
        <xsl:with-param name="above" select="$nearest"/>
      </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
      <xsl:apply-templates select="$nearest/reason" mode="value"/>
    </xsl:otherwise>
  </xsl:choose>
</xsl:template>

<xsl:template name="change">
  <xsl:param name="reasoned"/>
  <xsl:param name="others" select="0"/>
  <row>
    <xsl:call-template name="of.attachment"/>
    <cell role="text" stays="true">
      <xsl:apply-templates select="." mode="place"/>
      <xsl:apply-templates select="@moved" mode="place"/>
      <xsl:if test="$others &gt; 0">
        <xsl:call-template name="word">
          <xsl:with-param name="key" select="'correction.others'"/>
          <xsl:with-param name="with" select="$others"/>
        </xsl:call-template>
      </xsl:if>
    </cell>
    <xsl:call-template name="side">
      <xsl:with-param name="said">
        <xsl:apply-templates mode="said" select="self::*[not(@moved)] | key('gone',
            concat(generate-id(ancestor::d:attachment), ' ', @moved))">
          <xsl:with-param name="side" select="'deleted'"/>
        </xsl:apply-templates>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="side">
      <xsl:with-param name="said">
        <xsl:apply-templates select="." mode="said">
          <xsl:with-param name="side" select="'inserted'"/>
        </xsl:apply-templates>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="$reasoned">
      <xsl:apply-templates select="." mode="reason"/>
    </xsl:if>
  </row>
</xsl:template>

<!-- The number of one that went is another one's now, or nobody's. -->
<xsl:template name="of.attachment">
  <xsl:variable name="attachment" select="ancestor::d:attachment"/>
  <cell role="text">
    <xsl:if test="$attachment/d:title[1]/@change = 'deleted'">
      <xsl:call-template name="correction.word">
        <xsl:with-param name="key" select="'correction.former'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:value-of select="$attachment/@id"/>
  </cell>
</xsl:template>

</xsl:stylesheet>
