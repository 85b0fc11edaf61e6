/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "attach.h"
#include "content.h"
#include "document.h"
#include "history.h"
#include "store/error.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>

static GFile *
make_file (Fixture *fixture, const char *name, const void *bytes, gsize size)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* More than two parts, and no whole number of them. */
static GBytes *
make_noise (gsize size)
{
  guchar *bytes = g_malloc (size);
  guint32 state = 4711;

  for (gsize i = 0; i < size; i++)
    bytes[i] = (state = state * 1664525 + 1013904223) >> 24;
  return g_bytes_new_take (bytes, size);
}

static gint64
attach (Fixture *fixture, GFile *file, gint64 case_id)
{
  g_autoptr (AccordRecord) preset = fixture_new (fixture, "document");
  g_autoptr (GError) error = NULL;
  gint64 id;

  accord_record_set_int (preset, "case", case_id);
  id = accord_attach (fixture->workspace, file, preset, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
assert_contents (Fixture *fixture, gint64 n_contents, gint64 n_parts)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT (SELECT count (*) FROM content), (SELECT count (*) FROM "
                                       "content_part)",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int64 (statement, 0), ==, n_contents);
  g_assert_cmpint (sqlite3_column_int64 (statement, 1), ==, n_parts);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
change_behind (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static guint
count_problems (Fixture *fixture, gboolean rebuild)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCheckReport) report =
      accord_workspace_check (fixture->workspace, rebuild, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *) report->problems->pdata[i]);
  return report->problems->len;
}

static void
test_in_and_out (Fixture *fixture, gconstpointer data)
{
  const gsize sizes[] = { 0, 1, 1024 * 1024, 2500000 };
  gint64 case_id = fixture_add_named (fixture, "case", "Neighbourhood Model");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) noise = make_noise (sizes[i]);
      g_autoptr (GFile) file =
          make_file (fixture, "The case.pdf", g_bytes_get_data (noise, NULL), g_bytes_get_size (noise));
      gint64 id = attach (fixture, file, case_id);
      g_autoptr (AccordRecord) document = fixture_get (fixture, "document", id);
      g_autofree char *path = g_build_filename (fixture->folder, "out", NULL), *copy = NULL;
      g_autoptr (GFile) out = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      gsize size;

      g_assert_cmpstr (accord_record_get_text (document, "name"), ==, "The case");
      g_assert_cmpstr (accord_record_get_text (document, "file-name"), ==, "The case.pdf");
      g_assert_cmpint (accord_record_get_int (document, "size"), ==, sizes[i]);
      g_assert_cmpint (accord_record_get_int (document, "case"), ==, case_id);
      g_assert_true (accord_extract (fixture->workspace, accord_record_get_text (document, "digest"), out,
                                     ACCORD_EXTRACT_READ_ONLY, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &copy, &size, &error));
      g_assert_cmpmem (copy, size, g_bytes_get_data (noise, NULL), g_bytes_get_size (noise));
      /* What is there already is never touched. */
      g_assert_false (accord_extract (fixture->workspace, accord_record_get_text (document, "digest"), out,
                                      ACCORD_EXTRACT_NEW, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
      g_unlink (path);
    }
  g_assert_cmpuint (count_problems (fixture, FALSE), ==, 0);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  gint64 case_id = fixture_add_named (fixture, "case", "Neighbourhood Model");
  g_autoptr (GFile) one = make_file (fixture, "one.txt", "the same", 8);
  g_autoptr (GFile) two = make_file (fixture, "two.txt", "the same", 8);
  g_autoptr (GFile) other = make_file (fixture, "other.txt", "another", 7);

  attach (fixture, one, case_id);
  attach (fixture, two, case_id);
  assert_contents (fixture, 1, 1);
  attach (fixture, other, case_id);
  assert_contents (fixture, 2, 2);
  g_assert_cmpuint (count_problems (fixture, FALSE), ==, 0);
}

/* Nothing that can be brought back is lost: not by deleting, not by undoing, not by tidying up. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  gint64 case_id = fixture_add_named (fixture, "case", "Neighbourhood Model");
  g_autoptr (GFile) one = make_file (fixture, "one.txt", "one", 3);
  g_autoptr (GFile) two = make_file (fixture, "two.txt", "two", 3);
  gint64 id = attach (fixture, one, case_id);
  g_autoptr (AccordChange) undo = NULL, redo = NULL;
  g_autoptr (GError) error = NULL;

  fixture_delete (fixture, "document", id);
  attach (fixture, two, case_id);
  undo = accord_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_problems (fixture, TRUE), ==, 0);
  assert_contents (fixture, 2, 2);
  redo = accord_workspace_redo (fixture->workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_problems (fixture, FALSE), ==, 0);
  /* What nothing ever named goes. */
  change_behind (fixture,
                 "INSERT INTO content VALUES (77, 'x', 1); INSERT INTO content_part VALUES (77, 0, x'00');"
                 "INSERT INTO content_part VALUES (78, 0, x'00')");
  g_assert_cmpuint (count_problems (fixture, TRUE), ==, 1);
  assert_contents (fixture, 2, 2);
}

static void
test_damage (Fixture *fixture, gconstpointer data)
{
  gint64 case_id = fixture_add_named (fixture, "case", "Neighbourhood Model");
  g_autoptr (GFile) one = make_file (fixture, "one.txt", "one", 3);
  gint64 id = attach (fixture, one, case_id);
  g_autoptr (AccordRecord) document = fixture_get (fixture, "document", id);
  g_autofree char *path = g_build_filename (fixture->folder, "out", NULL), *before = NULL;
  g_autoptr (GFile) out = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  change_behind (fixture, "UPDATE content_part SET bytes = x'6f6e66'");
  g_assert_cmpuint (count_problems (fixture, FALSE), ==, 1);
  g_assert_false (accord_extract (fixture->workspace, accord_record_get_text (document, "digest"), out,
                                  ACCORD_EXTRACT_NEW, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CORRUPT);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  /* Nor does a copy that went wrong take the place of what was there. */
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_false (accord_extract (fixture->workspace, accord_record_get_text (document, "digest"), out,
                                  ACCORD_EXTRACT_REPLACE, NULL, NULL, NULL, &error));
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, "before");
  change_behind (fixture, "DELETE FROM content");
  g_assert_cmpuint (count_problems (fixture, FALSE), ==, 1);
}

static void
stop_at_once (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  gint64 case_id = fixture_add_named (fixture, "case", "Neighbourhood Model");
  g_autoptr (AccordRecord) preset = fixture_new (fixture, "document");
  g_autoptr (GBytes) noise = make_noise (3000000);
  g_autoptr (GFile) file =
      make_file (fixture, "noise", g_bytes_get_data (noise, NULL), g_bytes_get_size (noise));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at all.pdf");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  accord_record_set_int (preset, "case", case_id);
  g_assert_cmpint (
      accord_attach (fixture->workspace, file, preset, stop_at_once, cancellable, cancellable, &error), ==,
      0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (accord_attach (fixture->workspace, missing, preset, NULL, NULL, NULL, &error), ==, 0);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "“at all.pdf” cannot be read"));
  g_clear_error (&error);
  g_assert_cmpint (accord_attach (fixture->workspace, folder, preset, NULL, NULL, NULL, &error), ==, 0);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_OPEN);
  assert_contents (fixture, 0, 0);
}

/* A file with a hole in it is as large as one can wish and takes no room. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  gint64 case_id = fixture_add_named (fixture, "case", "Neighbourhood Model");
  g_autoptr (AccordRecord) preset = fixture_new (fixture, "document");
  g_autoptr (GFile) file = make_file (fixture, "large.zip", "", 0);
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), ACCORD_CONTENT_LIMIT + 1, NULL, &error));
  accord_record_set_int (preset, "case", case_id);
  g_assert_cmpint (accord_attach (fixture->workspace, file, preset, NULL, NULL, NULL, &error), ==, 0);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "large.zip"));
  assert_contents (fixture, 0, 0);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AccordRecord) document = fixture_new (fixture, "document");

  accord_record_set_text (document, "name", "A plan");
  fixture_assert_refused (fixture, document, "Digest");
  accord_record_set_text (document, "digest", "0000");
  accord_record_set_int (document, "size", 3);
  fixture_assert_refused (fixture, document, "Digest");
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *safe;
  } names[] = {
    { "The case.pdf", "The case.pdf" },
    { "../../etc/passwd", "_.._etc_passwd" },
    { "/etc/passwd", "_etc_passwd" },
    { "..\\..\\autoexec.bat", "_.._autoexec.bat" },
    { "C:\\x", "C__x" },
    { ".", "document" },
    { "..", "document" },
    { "", "document" },
    { ".bashrc", "bashrc" },
    { "-rf", "rf" },
    { "a\nb\tc\x7f.txt", "abc.txt" },
    { "ann\u202egpj.exe", "anngpj.exe" },
    { "zero\u200bwidth.doc", "zerowidth.doc" },
    { "con.txt", "_con.txt" },
    { "LPT1", "_LPT1" },
    { "ends. . ", "ends" },
    { "a\xff.txt", "a_.txt" },
    { "é.pdf", "é.pdf" },
  };
  g_autofree char *long_name = g_strnfill (4000, 'x');
  g_autofree char *with_ending = g_strconcat (long_name, ".pdf", NULL);
  g_autofree char *safe = accord_attach_safe_name (with_ending);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *one = accord_attach_safe_name (names[i].name);
      g_autofree char *again = accord_attach_safe_name (one);

      g_assert_cmpstr (one, ==, names[i].safe);
      g_assert_cmpstr (again, ==, one);
    }
  g_assert_cmpuint (strlen (safe), <=, 200);
  g_assert_true (g_str_has_suffix (safe, "x.pdf"));
}

static void
test_hostile_names (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      char name[301] = { 0 };
      g_autofree char *safe = NULL;
      guint length = g_test_rand_int_range (0, 300);

      for (guint at = 0; at < length; at++)
        name[at] = (char) g_test_rand_int_range (1, 256);
      safe = accord_attach_safe_name (name);
      g_assert_true (g_utf8_validate (safe, -1, NULL));
      g_assert_cmpuint (strlen (safe), >, 0);
      g_assert_cmpuint (strlen (safe), <, 200);
      g_assert_null (strchr (safe, '/'));
      g_assert_cmpint (safe[0], !=, '.');
    }
}

/* The workspace as an earlier release left it, unpacked. */
static char *
unpack (const char *folder, const char *name)
{
  g_autofree char *packed = g_strconcat (name, ".gz", NULL);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "model", "old", packed, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (source, NULL, &error);
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  plain = g_converter_input_stream_new (G_INPUT_STREAM (in), G_CONVERTER (unpacker));
  out = g_file_create (target, G_FILE_CREATE_PRIVATE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_file_get_path (target);
}

/* Workspaces that the earlier releases made are brought up to date when they are opened, with all that was in
 * them. */
static void
test_migration (gconstpointer name)
{
  g_autoptr (AccordSchema) schema = accord_model_schema_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (AccordRecord) meeting = NULL, preset = NULL, decision = NULL;
  g_autoptr (AccordChange) change = NULL;
  g_autoptr (AccordCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("accord-old-XXXXXX", NULL);
  g_autofree char *path = unpack (folder, name);
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/exe");

  workspace = accord_workspace_open (path, schema, ACCORD_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  meeting =
      accord_workspace_get_record (workspace, accord_schema_find_kind (schema, "meeting"), 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (accord_record_get_text (meeting, "date"), ==, "2017-07-12");
  g_assert_null (accord_record_get_text (meeting, "status"));
  preset = accord_record_new (accord_schema_find_kind (schema, "document"));
  accord_record_set_int (preset, "programme", 1);
  g_assert_cmpint (accord_attach (workspace, file, preset, NULL, NULL, NULL, &error), >, 0);
  g_assert_no_error (error);
  decision = accord_record_new (accord_schema_find_kind (schema, "decision"));
  accord_record_set_text (decision, "title", "Outline Business Cases");
  accord_record_set_int (decision, "meeting", 1);
  change = accord_workspace_save (workspace, decision, NULL, &error);
  g_assert_no_error (error);
  report = accord_workspace_check (workspace, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->problems->len, ==, 0);
  accord_workspace_close (workspace);
  g_unlink (path);
  g_rmdir (folder);
}

/* A file that the disk has no room for is refused in a sentence, and leaves nothing behind. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mountpoint = g_build_filename (fixture->folder, "small", NULL);
  g_autofree char *path = g_build_filename (mountpoint, "full.accord", NULL);
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GBytes) noise = make_noise (6 * 1024 * 1024);
  g_autoptr (GFile) file =
      make_file (fixture, "film.mp4", g_bytes_get_data (noise, NULL), g_bytes_get_size (noise));
  g_autoptr (AccordRecord) preset = fixture_new (fixture, "document");
  g_autoptr (AccordCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (mountpoint, 0700);
  if (mount ("tmpfs", mountpoint, "tmpfs", 0, "size=4m") != 0)
    {
      g_rmdir (mountpoint);
      g_test_skip ("No small file system can be mounted here");
      return;
    }
  workspace = accord_workspace_open (path, fixture->schema, ACCORD_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (accord_attach (workspace, file, preset, NULL, NULL, NULL, &error), ==, 0);
  g_assert_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_FULL);
  g_clear_error (&error);

  /* With room for it, it goes in as if nothing had been. */
  g_assert_cmpint (mount ("tmpfs", mountpoint, "tmpfs", MS_REMOUNT, "size=32m"), ==, 0);
  g_assert_cmpint (accord_attach (workspace, file, preset, NULL, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);
  report = accord_workspace_check (workspace, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->problems->len, ==, 0);
  accord_workspace_close (workspace);
  g_clear_object (&workspace);
  g_assert_cmpint (umount (mountpoint), ==, 0);
  g_rmdir (mountpoint);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fixture_add_test ("/attach/in-and-out", test_in_and_out);
  fixture_add_test ("/attach/once", test_once);
  fixture_add_test ("/attach/kept", test_kept);
  fixture_add_test ("/attach/damage", test_damage);
  fixture_add_test ("/attach/given-up", test_given_up);
  fixture_add_test ("/attach/too-large", test_too_large);
  fixture_add_test ("/attach/rules", test_rules);
  fixture_add_test ("/attach/full-disk", test_full_disk);
  g_test_add_func ("/attach/names", test_names);
  g_test_add_func ("/attach/names/hostile", test_hostile_names);
  g_test_add_data_func ("/attach/migration/first", "form-1.accord", test_migration);
  g_test_add_data_func ("/attach/migration/second", "form-2.accord", test_migration);
  g_test_add_data_func ("/attach/migration/third", "form-3.accord", test_migration);
  g_test_add_data_func ("/attach/migration/fourth", "form-4.accord", test_migration);

  return g_test_run ();
}
