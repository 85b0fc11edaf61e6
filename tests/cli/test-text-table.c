/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-table.h"

#include <string.h>
#include <unistd.h>

static char *
write_table (void (*fill) (AccordTable *table))
{
  g_autofree char *path = NULL;
  g_autoptr (AccordOutput) output = NULL;
  g_autoptr (AccordTable) table = NULL;
  char *text = NULL;
  int fd = g_file_open_tmp (NULL, &path, NULL);

  output = accord_output_new (fd);
  table = accord_table_new (output);
  fill (table);
  accord_table_finish (table);
  g_assert_true (accord_output_flush (output, NULL));
  close (fd);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  unlink (path);
  return text;
}

static void
fill_widths (AccordTable *table)
{
  accord_table_add_column (table, "Name", FALSE);
  accord_table_add_column (table, "£", TRUE);
  accord_table_add_column (table, "Note", FALSE);
  accord_table_add_cell (table, "漢字");
  accord_table_add_cell (table, "1.00");
  accord_table_add_cell (table, "");
  accord_table_add_cell (table, "e\u0301e\u0301");
  accord_table_add_cell (table, "−20.00");
  accord_table_add_cell (table, "x");
}

/* Wide characters take two cells and accents none. */
static void
test_widths (void)
{
  g_autofree char *text = write_table (fill_widths);

  g_assert_cmpstr (text, ==,
                   "Name       £  Note\n"
                   "漢字    1.00  –\n"
                   "e\u0301e\u0301    −20.00  x\n");
}

static void
fill_nothing (AccordTable *table)
{
  accord_table_add_column (table, "Name", FALSE);
}

static void
test_nothing (void)
{
  g_autofree char *text = write_table (fill_nothing);

  g_assert_cmpstr (text, ==, "");
}

static void
fill_many (AccordTable *table)
{
  accord_table_add_column (table, "N", TRUE);
  accord_table_add_column (table, "Name", FALSE);
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      accord_table_add_cell (table, number);
      accord_table_add_cell (table,
                             i < 4000 ? "a name of twenty-six cells" : "a longer name of thirty-four cells");
    }
}

/* Later rows are cut to the widths that the first ones asked for; no row is lost. */
static void
test_many (void)
{
  g_autofree char *text = write_table (fill_many);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5002);
  g_assert_cmpstr (lines[1], ==, "  0  a name of twenty-six cells");
  g_assert_cmpstr (lines[4001], ==, "4000  a longer name of thirty-f…");
}

static void
test_clip (void)
{
  g_autofree char *short_one = accord_terminal_clip ("abc", 3);
  g_autofree char *long_one = accord_terminal_clip ("abcd", 3);
  g_autofree char *wide = accord_terminal_clip ("漢字漢", 5);
  g_autofree char *narrow = accord_terminal_clip ("漢字", 1);

  g_assert_cmpstr (short_one, ==, "abc");
  g_assert_cmpstr (long_one, ==, "ab…");
  g_assert_cmpstr (wide, ==, "漢字…");
  g_assert_cmpstr (narrow, ==, "…");
}

/* Nothing that was kept in a workspace may steer a terminal. */
static void
test_one_line (void)
{
  g_autofree char *line = accord_terminal_line (" a\033[31m\n\tb\a  c\x80\r\n\xe2\x80\xae\xe2\x81\xa6");

  g_assert_cmpstr (line, ==, "a[31m b c\xef\xbf\xbd");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/table/widths", test_widths);
  g_test_add_func ("/cli/table/nothing", test_nothing);
  g_test_add_func ("/cli/table/many", test_many);
  g_test_add_func ("/cli/table/clip", test_clip);
  g_test_add_func ("/cli/table/one-line", test_one_line);
  return g_test_run ();
}
