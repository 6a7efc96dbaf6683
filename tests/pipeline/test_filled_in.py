"""What is filled into a ruled head stands in its line and in the cell of its table."""

import cv2

from pipeline.scan import read_scan
from tests.pipeline.pens.test_lines import BLUE, NUMBER, box_of, page_as_printed, write


def test_a_number_written_into_a_ruled_head_stands_in_its_cell() -> None:
    printed, page = page_as_printed()
    picture = printed.copy()
    left, top, right, bottom = box_of(page, "ที่ ", "ว", 5)
    picture[top - 15 : bottom + 10, left - 2 : right + 12] = 255
    write(picture, NUMBER[0], left + 8, bottom + 6, BLUE)
    line = next(line for line in page.lines if line.text.startswith("ที่ "))
    start = int(line.box.left * picture.shape[1])
    rows, columns = (top - 45, bottom + 30, bottom + 110), (start - 40, left + 330, left + 1000)
    for height in rows:
        cv2.line(picture, (columns[0], height), (columns[-1], height), (20, 20, 20), 4)
    for across in columns:
        cv2.line(picture, (across, rows[0]), (across, rows[-1]), (20, 20, 20), 4)
    read = read_scan(picture, 2)
    number = next(line for line in read.lines if line.text.startswith("ที่ "))
    assert NUMBER[1] in [candidate.text for candidate in number.written[0].candidates[:3]]
    cells = [cell for table in read.tables for cells in table.rows for cell in cells]
    assert any(number in cell.lines for cell in cells)
    assert all(one in read.lines for cell in cells for one in cell.lines)
