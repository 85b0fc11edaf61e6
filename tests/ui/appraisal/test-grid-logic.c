/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal/grid-block.h"
#include "appraisal/grid-faults.h"
#include "appraisal/grid-layout.h"
#include "plain-grid.h"

/* Where the keyboard goes, what is pasted, filled and cleared, and where cells are: all without a display. */

static gboolean
is_filled (gpointer data, guint row, guint column)
{
  const char *const *rows = data;

  return rows[row][column] != '.';
}

static const char *const pattern[] = { "xx..x", "x....", ".....", "x....", "....x" };

static AccordGridExtent
extent_of_pattern (void)
{
  return (
      AccordGridExtent){ .n_rows = 5, .n_columns = 5, .is_filled = is_filled, .data = (gpointer) pattern };
}

static void
assert_at (const AccordGridSelection *self, guint row, guint column)
{
  g_assert_cmpuint (self->row, ==, row);
  g_assert_cmpuint (self->column, ==, column);
}

static void
test_moves (void)
{
  AccordGridExtent extent = extent_of_pattern ();
  AccordGridSelection self = { 0 };
  AccordGridRange range;

  accord_grid_selection_move (&self, &extent, -1, -1, FALSE);
  assert_at (&self, 0, 0);
  accord_grid_selection_move (&self, &extent, 2, 1, FALSE);
  assert_at (&self, 2, 1);
  accord_grid_selection_move (&self, &extent, -1, 2, TRUE);
  range = accord_grid_selection_get_range (&self);
  g_assert_cmpuint (range.row, ==, 1);
  g_assert_cmpuint (range.column, ==, 1);
  g_assert_cmpuint (range.n_rows, ==, 2);
  g_assert_cmpuint (range.n_columns, ==, 3);
  g_assert_true (accord_grid_range_has (&range, 2, 3));
  g_assert_false (accord_grid_range_has (&range, 3, 3));
  g_assert_false (accord_grid_range_has (&range, 0, 1));
  accord_grid_selection_go (&self, &extent, 1000, 1000, FALSE);
  assert_at (&self, 4, 4);
}

static void
test_jumps (void)
{
  AccordGridExtent extent = extent_of_pattern ();
  AccordGridSelection self = { 0 };

  accord_grid_selection_jump (&self, &extent, 0, 1, FALSE);
  assert_at (&self, 0, 1);
  accord_grid_selection_jump (&self, &extent, 0, 1, FALSE);
  assert_at (&self, 0, 4);
  accord_grid_selection_jump (&self, &extent, 1, 0, FALSE);
  assert_at (&self, 4, 4);
  accord_grid_selection_jump (&self, &extent, 0, -1, FALSE);
  assert_at (&self, 4, 0);
  accord_grid_selection_jump (&self, &extent, -1, 0, FALSE);
  assert_at (&self, 3, 0);
  accord_grid_selection_jump (&self, &extent, -1, 0, FALSE);
  assert_at (&self, 1, 0);
  accord_grid_selection_jump (&self, &extent, -1, 0, TRUE);
  assert_at (&self, 0, 0);
  g_assert_cmpuint (self.anchor_row, ==, 1);
}

static void
test_next (void)
{
  AccordGridExtent extent = extent_of_pattern ();
  AccordGridSelection self = { .row = 0, .column = 3, .anchor_row = 0, .anchor_column = 3 };

  g_assert_true (accord_grid_selection_next (&self, &extent, FALSE, 1));
  assert_at (&self, 0, 4);
  g_assert_false (accord_grid_selection_next (&self, &extent, FALSE, 1));
  assert_at (&self, 0, 4);
  g_assert_true (accord_grid_selection_next (&self, &extent, TRUE, 1));
  assert_at (&self, 1, 4);
  g_assert_false (accord_grid_selection_next (&self, &extent, TRUE, -2));
}

static void
test_empty (void)
{
  AccordGridExtent extent = { 0 };
  AccordGridSelection self = { .row = 3, .column = 4 };

  accord_grid_selection_move (&self, &extent, 1, 1, FALSE);
  assert_at (&self, 0, 0);
  g_assert_false (accord_grid_selection_next (&self, &extent, TRUE, 1));
}

/* --- Blocks. */

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = accord_grid_block_parse (
      "a\t£1,200\t(30)\r\n\r\n\"two\nlines\"\t\"say \"\"so\"\"\"\t60%\r\n\r\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (((char **) rows->pdata[0])[1], ==, "£1,200");
  g_assert_cmpstr (((char **) rows->pdata[0])[2], ==, "(30)");
  g_assert_cmpstr (((char **) rows->pdata[1])[0], ==, "");
  g_assert_cmpstr (((char **) rows->pdata[2])[0], ==, "two\nlines");
  g_assert_cmpstr (((char **) rows->pdata[2])[1], ==, "say \"so\"");
  g_assert_null (accord_grid_block_parse ("", &error));
  g_assert_nonnull (error);
}

static void
set_cell (PlainGrid *grid, guint row, guint column, const char *text)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_grid_entry_free);

  g_ptr_array_add (entries, accord_grid_entry_new (row, column, text));
  accord_grid_model_set (ACCORD_GRID_MODEL (grid), entries, ACCORD_GRID_TYPED);
}

static void
assert_all (PlainGrid *grid, const char *expected)
{
  g_autofree char *all = plain_grid_dup_all (grid);

  g_assert_cmpstr (all, ==, expected);
}

static void
apply (PlainGrid *grid, GPtrArray *entries)
{
  accord_grid_model_set (ACCORD_GRID_MODEL (grid), entries, ACCORD_GRID_PASTED);
  g_ptr_array_unref (entries);
}

static void
test_write (void)
{
  g_autoptr (PlainGrid) grid = plain_grid_new (2, 2);
  AccordGridRange all = { 0, 0, 3, 5 };
  g_autofree char *text = NULL;

  set_cell (grid, 0, 0, "two\nlines");
  set_cell (grid, 0, 2, "5");
  set_cell (grid, 1, 3, "-7");
  text = accord_grid_block_write (ACCORD_GRID_MODEL (grid), &all);
  g_assert_cmpstr (text, ==, "\"two\nlines\"\t\t5\t\t5\nLine 2\t\t\t-7\t-7\n\t\t\t\t\n");
}

static void
test_paste (void)
{
  g_autoptr (PlainGrid) grid = plain_grid_new (2, 2);
  g_autoptr (GPtrArray) rows = accord_grid_block_parse ("1\t2\t3\t4\n5\t6\n7\t8", NULL);
  g_autoptr (GPtrArray) bad = accord_grid_block_parse ("1\t2\n3\tx", NULL);
  g_autoptr (GPtrArray) one = accord_grid_block_parse ("9", NULL);
  AccordGridRange at = { 1, 2, 1, 1 }, whole = { 0, 2, 2, 2 };
  g_autofree char *why = NULL;
  guint n_new = 99;
  GPtrArray *entries = accord_grid_block_paste (ACCORD_GRID_MODEL (grid), &at, rows, &n_new, &why);

  /* Beyond the last row there are new ones; the sum and what is beyond it take nothing. */
  g_assert_cmpuint (n_new, ==, 2);
  g_assert_cmpuint (entries->len, ==, 6);
  apply (grid, entries);
  assert_all (grid, "Line 1|||\nLine 2||1|2\n||5|6\n||7|8");

  /* One that cannot stand and nothing changes. */
  g_assert_null (accord_grid_block_paste (ACCORD_GRID_MODEL (grid), &whole, bad, &n_new, &why));
  g_assert_cmpstr (why, ==, "Row 2, Year 1: “x” is no number.");
  assert_all (grid, "Line 1|||\nLine 2||1|2\n||5|6\n||7|8");

  /* One cell fills all that is selected. */
  apply (grid, accord_grid_block_paste (ACCORD_GRID_MODEL (grid), &whole, one, &n_new, &why));
  g_assert_cmpuint (n_new, ==, 0);
  assert_all (grid, "Line 1||9|9\nLine 2||9|9\n||5|6\n||7|8");
}

static void
test_round_trip (void)
{
  g_autoptr (PlainGrid) from = plain_grid_new (3, 4), to = plain_grid_new (0, 4);
  AccordGridRange all = { 0, 0, 3, 6 }, at = { 0, 0, 1, 1 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL, *before = NULL, *why = NULL;
  guint n_new;

  set_cell (from, 0, 0, "tab\tand \"quote\"");
  set_cell (from, 1, 1, "Capital");
  set_cell (from, 2, 5, "123");
  text = accord_grid_block_write (ACCORD_GRID_MODEL (from), &all);
  rows = accord_grid_block_parse (text, NULL);
  apply (to, accord_grid_block_paste (ACCORD_GRID_MODEL (to), &at, rows, &n_new, &why));
  g_assert_cmpuint (n_new, ==, 3);
  before = plain_grid_dup_all (from);
  assert_all (to, before);
}

static void
test_fill (void)
{
  g_autoptr (PlainGrid) grid = plain_grid_new (2, 3);
  AccordGridRange right = { 0, 2, 1, 3 }, down = { 0, 2, 3, 2 }, single = { 1, 4, 1, 1 },
                  first = { 0, 0, 1, 1 };
  g_autofree char *why = NULL;
  GPtrArray *entries;

  set_cell (grid, 0, 2, "4");
  apply (grid, accord_grid_block_fill (ACCORD_GRID_MODEL (grid), &right, FALSE, &why));
  assert_all (grid, "Line 1||4|4|4\nLine 2||||");
  apply (grid, accord_grid_block_fill (ACCORD_GRID_MODEL (grid), &down, TRUE, &why));
  assert_all (grid, "Line 1||4|4|4\nLine 2||4|4|");
  apply (grid, accord_grid_block_fill (ACCORD_GRID_MODEL (grid), &single, FALSE, &why));
  assert_all (grid, "Line 1||4|4|4\nLine 2||4|4|4");
  entries = accord_grid_block_fill (ACCORD_GRID_MODEL (grid), &first, FALSE, &why);
  g_assert_cmpuint (entries->len, ==, 0);
  g_ptr_array_unref (entries);
}

static void
test_clear (void)
{
  g_autoptr (PlainGrid) grid = plain_grid_new (2, 2);
  AccordGridRange range = { 0, 2, 3, 3 };
  g_autofree char *why = NULL;
  GPtrArray *entries;

  set_cell (grid, 0, 2, "4");
  set_cell (grid, 1, 3, "5");
  entries = accord_grid_block_clear (ACCORD_GRID_MODEL (grid), &range, &why);
  g_assert_cmpuint (entries->len, ==, 2);
  apply (grid, entries);
  assert_all (grid, "Line 1|||\nLine 2|||");
}

static void
test_read_only (void)
{
  g_autoptr (PlainGrid) grid = plain_grid_new (1, 1);
  g_autoptr (GPtrArray) rows = accord_grid_block_parse ("1", NULL);
  AccordGridRange at = { 0, 2, 1, 1 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *why = NULL;
  guint n_new;

  plain_grid_set_may_change (grid, FALSE);
  entries = accord_grid_block_paste (ACCORD_GRID_MODEL (grid), &at, rows, &n_new, &why);
  g_assert_cmpuint (entries->len, ==, 0);
}

/* --- Places. */

static void
test_layout (void)
{
  const int widths[] = { 100, 50, 50, 50, 50 };
  AccordGridLayout layout;
  AccordGridBox box;
  guint first, end, column;
  int row, x, y;

  accord_grid_layout_init (&layout);
  accord_grid_layout_set_widths (&layout, widths, G_N_ELEMENTS (widths), 1);
  layout.n_rows = 100;
  layout.row_height = 30;
  layout.head_height = 20;
  layout.foot_height = 20;
  layout.width = 210;
  layout.height = 190;
  layout.x = 60;
  layout.y = 45;

  accord_grid_layout_get_rows (&layout, &first, &end);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (end, ==, 7);
  accord_grid_layout_get_columns (&layout, &first, &end);
  g_assert_cmpuint (first, ==, 2);
  g_assert_cmpuint (end, ==, 5);
  box = accord_grid_layout_get_cell (&layout, 2, 2);
  g_assert_cmpint (box.x, ==, 90);
  g_assert_cmpint (box.y, ==, 35);
  g_assert_true (accord_grid_layout_find (&layout, 99, 35, &row, &column));
  g_assert_cmpint (row, ==, 2);
  g_assert_cmpuint (column, ==, 0);
  g_assert_true (accord_grid_layout_find (&layout, 101, 35, &row, &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_true (accord_grid_layout_find (&layout, 101, 10, &row, &column));
  g_assert_cmpint (row, ==, -1);
  g_assert_true (accord_grid_layout_find (&layout, 101, 175, &row, &column));
  g_assert_cmpint (row, ==, 100);

  /* What is revealed is wholly in sight, between what does not scroll. */
  for (guint i = 0; i < 100; i += 7)
    for (guint j = 1; j < 5; j++)
      {
        accord_grid_layout_reveal (&layout, i, j, &x, &y);
        layout.x = x;
        layout.y = y;
        box = accord_grid_layout_get_cell (&layout, i, j);
        g_assert_cmpint (box.x, >=, 100);
        g_assert_cmpint (box.x + box.width, <=, 210);
        g_assert_cmpint (box.y, >=, 20);
        g_assert_cmpint (box.y + box.height, <=, 170);
      }
  accord_grid_layout_clear (&layout);
}

static void
test_faults (void)
{
  g_autoptr (AccordGridFaults) faults = accord_grid_faults_new ();

  accord_grid_faults_put (faults, "a", 1, "x", "why");
  accord_grid_faults_put (faults, NULL, 1, "y", "why not");
  g_assert_cmpstr (accord_grid_faults_find (faults, "a", 1)->typed, ==, "x");
  g_assert_cmpstr (accord_grid_faults_find (faults, NULL, 1)->typed, ==, "y");
  g_assert_null (accord_grid_faults_find (faults, "a", 11));
  g_assert_true (accord_grid_faults_drop (faults, "a", 1));
  g_assert_false (accord_grid_faults_drop (faults, "a", 1));
  g_assert_cmpuint (accord_grid_faults_get_n (faults), ==, 1);
  g_assert_nonnull (accord_grid_faults_any (faults));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/moves", test_moves);
  g_test_add_func ("/grid/jumps", test_jumps);
  g_test_add_func ("/grid/next", test_next);
  g_test_add_func ("/grid/empty", test_empty);
  g_test_add_func ("/grid/parse", test_parse);
  g_test_add_func ("/grid/write", test_write);
  g_test_add_func ("/grid/paste", test_paste);
  g_test_add_func ("/grid/round-trip", test_round_trip);
  g_test_add_func ("/grid/fill", test_fill);
  g_test_add_func ("/grid/clear", test_clear);
  g_test_add_func ("/grid/read-only", test_read_only);
  g_test_add_func ("/grid/layout", test_layout);
  g_test_add_func ("/grid/faults", test_faults);
  return g_test_run ();
}
