' Edits Word documents in LibreOffice as a person would: told by a file, a step
' a line, its parts behind tabs.
'
'   open URL          a document
'   replace NAME TEXT what is between the bookmark's ends, control and all
'   retype NAME TEXT  the characters in the control
'   type NAME TEXT    in the middle of them
'   save URL          the document, as .docx, and closes it
'
' A step that fails is printed to the file OUT, and the next one follows.

Global document As Object

Sub Main(steps As String, out As String)
    Dim line As String, part

    Open out For Output As #2
    Open steps For Input As #1
    Do While Not Eof(1)
        Line Input #1, line
        On Error Goto Failed
        If line <> "" Then
            part = Split(line, Chr(9))
            If part(0) = "open" Then
                OpenFile(part(1))
            ElseIf part(0) = "save" Then
                SaveFile(part(1))
            Else
                Edit(part(0), document.Bookmarks.getByName(part(1)).Anchor, part(2))
            End If
        End If
NextStep:
    Loop
    Close #1
    Print #2, "end"
    Close #2
    StarDesktop.terminate()
    Exit Sub
Failed:
    Print #2, line & ": " & Error
    Resume NextStep
End Sub

Function Named(name As String, value)
    Dim property As New com.sun.star.beans.PropertyValue

    property.Name = name
    property.Value = value
    Named = property
End Function

Sub OpenFile(url As String)
    document = StarDesktop.loadComponentFromURL(url, "_blank", 0, Array(Named("Hidden", True)))
End Sub

Sub SaveFile(url As String)
    document.storeToURL(url, Array(Named("FilterName", "MS Word 2007 XML")))
    document.close(True)
End Sub

' A control has a character at its begin that a cursor steps over.
Sub Edit(way As String, anchor As Object, words As String)
    Dim size As Integer, cursor

    size = Len(anchor.String)
    If way = "replace" Then
        anchor.String = words
    Else
        cursor = anchor.Text.createTextCursorByRange(anchor.Start)
        cursor.goRight(1, False)
        If way = "retype" Then
            cursor.goRight(size, True)
            cursor.String = words
        Else
            cursor.goRight(Int(size / 2), False)
            anchor.Text.insertString(cursor, words, False)
        End If
    End If
End Sub
