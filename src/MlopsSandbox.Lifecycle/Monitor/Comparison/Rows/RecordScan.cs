using System.Buffers;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Rows;

/// <summary>Finds the cells of RFC 4180 records in bytes; any line ends, empty lines are passed over.</summary>
/// <param name="separator">Between cells.</param>
internal sealed class RecordScan(byte separator)
{
    private const byte Quote = (byte)'"', NewLine = (byte)'\n', Return = (byte)'\r';
    private readonly SearchValues<byte> _ends = SearchValues.Create([separator, NewLine, Return]);
    private byte[] _bytes = [];
    private int _at;
    private int _end;
    private bool _isLast;
    private int _lines;

    /// <summary>Adds the cells of the next record that has any to the block.</summary>
    /// <param name="block">Holds the bytes.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="to">Where the bytes end.</param>
    /// <param name="isLast">True when the file ends there too.</param>
    public ScannedRecord Next(DelimitedBlock block, int from, int to, bool isLast)
    {
        (_bytes, _at, _end, _isLast) = (block.Bytes, from, to, isLast);
        int passed = 0;
        while (true)
        {
            (int start, int cells) = (_at, block.Cells);
            _lines = 0;
            if (_at >= _end) return new ScannedRecord(RecordEnd.OutOfBytes, start, passed, 0);
            RecordEnd end = Record(block);
            if (end != RecordEnd.Whole)
            {
                block.CutTo(cells);
                return new ScannedRecord(end, start, passed, 0);
            }

            bool isEmpty = block.Cells == cells + 1 && block.Cell(cells).IsEmpty;
            if (!isEmpty) return new ScannedRecord(RecordEnd.Whole, _at, passed, _lines);
            block.CutTo(cells);
            passed += _lines;
        }
    }

    private RecordEnd Record(DelimitedBlock block)
    {
        while (true)
        {
            int start = _at;
            if (_at < _end && _bytes[_at] == Quote)
            {
                if (!Quoted(block)) return _isLast ? RecordEnd.QuoteOpen : RecordEnd.OutOfBytes;
            }
            else
            {
                if (!ToCellEnd()) return RecordEnd.OutOfBytes;
                block.Add(CellTrim.Of(_bytes, start, _at));
            }

            if (_at >= _end) return End();
            byte end = _bytes[_at++];
            if (end == separator) continue;
            if (end == Return && _at == _end && !_isLast) return RecordEnd.OutOfBytes;
            if (end == Return && _at < _end && _bytes[_at] == NewLine) _at++;
            return End();
        }
    }

    private RecordEnd End()
    {
        _lines++;
        return RecordEnd.Whole;
    }

    /// <summary>Goes to the separator or line end that ends the cell; false when the bytes end before and more may follow.</summary>
    private bool ToCellEnd()
    {
        int found = _bytes.AsSpan(_at, _end - _at).IndexOfAny(_ends);
        _at = found < 0 ? _end : _at + found;
        return found >= 0 || _isLast;
    }

    /// <summary>Adds a cell in quotes; false when it does not end in these bytes. The bytes stay as they are, as they may have to be scanned again.</summary>
    private bool Quoted(DelimitedBlock block)
    {
        int open = _at, close = QuotedCell.CloseOf(_bytes.AsSpan(open, _end - open), _isLast, out bool isPlain);
        if (close < 0) return false;
        _at = open + close + 1;
        if (!ToCellEnd()) return false;
        _lines += _bytes.AsSpan(open, close).Count(NewLine);
        if (isPlain && CellTrim.Of(_bytes, open + close + 1, _at).Length == 0) block.Add(CellTrim.Of(_bytes, open + 1, open + close));
        else block.AddQuoted(open, _at - open);
        return true;
    }
}
