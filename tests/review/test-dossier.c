/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-merge.h"
#include "pack-error.h"

#include <string.h>

#define CASE "01JD8QZ0000000000000000000"
#define COST "01JD8QZ0000000000000000001"
#define CAVEAT "01JD8QZ0000000000000000002"
#define BODY "01JD8QZ0000000000000000003"

static AccordDossier *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  AccordDossier *dossier = accord_dossier_parse (json, -1, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
assert_refused (const char *json, gssize length, AccordPackError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordDossier) dossier = accord_dossier_parse (json, length, &error);

  g_assert_error (error, ACCORD_PACK_ERROR, (gint) code);
  g_assert_null (dossier);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static AccordDossier *
make (void)
{
  AccordDossier *dossier = accord_dossier_new (CASE);
  AccordDossierRecord *record = accord_dossier_take_record (dossier, "case", CASE);

  accord_dossier_record_put (record, "name", "\"Neighbourhood Model\"");
  record = accord_dossier_take_record (dossier, "cost", COST);
  accord_dossier_record_put (record, "amount", "1200000");
  accord_dossier_record_put (record, "case", "\"" CASE "\"");
  return dossier;
}

static AccordDossierRecord *
record (AccordDossier *dossier, const char *uid)
{
  AccordDossierRecord *found = g_hash_table_lookup (dossier->records, uid);

  g_assert_nonnull (found);
  return found;
}

static void
assert_same (const AccordDossier *a, const AccordDossier *b)
{
  g_autofree char *json_a = accord_dossier_dup_json (a), *json_b = accord_dossier_dup_json (b);

  g_assert_cmpstr (json_a, ==, json_b);
}

/* However it was written down, and by a newer program, it comes out in one spelling with all that it says. */
static void
test_spelling (void)
{
  g_autoptr (AccordDossier) a = parse (
      "{\"others\": [ ], \"zeal\": {\"b\": 1.50, \"a\": [1e2, -0.0, 1E-7, 0.1, 9223372036854775807]},\n"
      " \"case\": \"" CASE "\", \"format\": 1, \"records\": [\n"
      "  {\"uid\": \"" COST
      "\", \"fields\": {\"note\": \"caf\\u00e9 \\/ \\ud83d\\ude00\", \"amount\": 10.0,\n"
      "   \"phase\": {\"y\": 2, \"x\": [true, null]}, \"empty\": null, \"list\": []}, \"kind\": \"cost\",\n"
      "   \"mood\": \"calm\", \"descent\": {\"amount\": {\"weight\": 3,\n"
      "    \"revision\": \"2-0123456789abcdef0123456789abcdef\",\n"
      "    \"before\": [\"1-0123456789abcdef0123456789abcdef\"]}}}]}");
  g_autofree char *json = accord_dossier_dup_json (a);
  g_autoptr (AccordDossier) b = parse (json);

  g_assert_cmpstr (json, ==,
                   "{\"format\":1,\"case\":\"" CASE "\",\"records\":[\n"
                   "{\"kind\":\"cost\",\"uid\":\"" COST "\",\"fields\":{\"amount\":10,"
                   "\"note\":\"café / 😀\",\"phase\":{\"x\":[true,null],\"y\":2}},"
                   "\"descent\":{\"amount\":{\"revision\":\"2-0123456789abcdef0123456789abcdef\","
                   "\"before\":[\"1-0123456789abcdef0123456789abcdef\"],\"weight\":3}},\"mood\":\"calm\"}],"
                   "\"others\":[],\"zeal\":{\"a\":[100,0,1e-07,0.1,9223372036854775807],\"b\":1.5}}\n");
  assert_same (a, b);
}

static void
test_copy (void)
{
  g_autoptr (AccordDossier) a = make ();
  g_autoptr (AccordDossier) b = NULL;
  AccordDossierOther *other = accord_dossier_take_other (a, "organisation", BODY, "Pennine Alliance");

  other->facts = json_object_new ();
  json_object_set_string_member (other->facts, "ods-code", "X1");
  accord_dossier_record_edit (record (a, COST), "amount", "5");
  b = accord_dossier_copy (a);
  assert_same (a, b);
  json_object_set_string_member (other->facts, "ods-code", "X2");
  accord_dossier_record_edit (record (a, COST), "amount", "6");
  g_assert_cmpstr (accord_dossier_record_get (record (b, COST), "amount"), ==, "5");
  other = g_hash_table_lookup (b->others, BODY);
  g_assert_cmpstr (json_object_get_string_member (other->facts, "ods-code"), ==, "X1");
}

#define HEAD "{\"format\":1,\"case\":\"" CASE "\","
#define IN_RECORD(inside)                                                                                    \
  HEAD "\"others\":[],\"records\":[{\"kind\":\"cost\",\"uid\":\"" COST "\"," inside "}]}"
#define REVISION "2-0123456789abcdef0123456789abcdef"

static void
test_hostile (void)
{
  static const struct
  {
    const char *json;
    AccordPackError code;
    const char *words;
  } cases[] = {
    { "", ACCORD_PACK_ERROR_FORMAT, "line 1" },
    { "[]", ACCORD_PACK_ERROR_FORMAT, "object" },
    { "{\"format\":1,\n\"case\":\"" CASE "\"", ACCORD_PACK_ERROR_FORMAT, "line 2" },
    { HEAD "\"records\":[],\"others\":[]} x", ACCORD_PACK_ERROR_FORMAT, "after its end" },
    { HEAD "\"records\":[],\"records\":[],\"others\":[]}", ACCORD_PACK_ERROR_FORMAT,
      "“records” stands twice" },
    { "{\"format\":2,\"case\":\"" CASE "\",\"records\":7}", ACCORD_PACK_ERROR_NEWER, "newer Accord" },
    { "{\"format\":0,\"case\":\"" CASE "\"}", ACCORD_PACK_ERROR_FORMAT, "“format”" },
    { "{\"format\":\"1\"}", ACCORD_PACK_ERROR_FORMAT, "“format”" },
    { "{\"format\":1,\"case\":\"../../etc\"}", ACCORD_PACK_ERROR_FORMAT, "“case”" },
    { HEAD "\"others\":[]}", ACCORD_PACK_ERROR_FORMAT, "“records”" },
    { HEAD "\"records\":[1],\"others\":[]}", ACCORD_PACK_ERROR_FORMAT, "records, entry 1" },
    { HEAD "\"records\":[{\"kind\":\"cost\",\"uid\":\"x\"}],\"others\":[]}", ACCORD_PACK_ERROR_FORMAT,
      "“uid”" },
    { HEAD "\"records\":[{\"kind\":\"Cost;\",\"uid\":\"" COST "\"}]}", ACCORD_PACK_ERROR_FORMAT, "“kind”" },
    { HEAD "\"records\":[{\"kind\":\"case\",\"uid\":\"" COST "\",\"fields\":{}}]}", ACCORD_PACK_ERROR_FORMAT,
      "another case" },
    { HEAD "\"records\":[{\"kind\":\"cost\",\"uid\":\"" CASE "\",\"fields\":{}}]}", ACCORD_PACK_ERROR_FORMAT,
      "another case" },
    { IN_RECORD ("\"fields\":[]"), ACCORD_PACK_ERROR_FORMAT, "“fields”" },
    { IN_RECORD ("\"fields\":{\"a b\":1}"), ACCORD_PACK_ERROR_FORMAT, "field “a b”" },
    { IN_RECORD ("\"fields\":{\"deleted\":\"yes\"}"), ACCORD_PACK_ERROR_FORMAT, "field “deleted”" },
    { IN_RECORD ("\"fields\":{\"amount\":01}"), ACCORD_PACK_ERROR_FORMAT, "number" },
    { IN_RECORD ("\"fields\":{\"amount\":1e999}"), ACCORD_PACK_ERROR_FORMAT, "larger" },
    { IN_RECORD ("\"fields\":{\"amount\":9223372036854775808}"), ACCORD_PACK_ERROR_FORMAT, "digits" },
    { IN_RECORD ("\"fields\":{\"amount\":0.10000000000000000001}"), ACCORD_PACK_ERROR_FORMAT, "digits" },
    { IN_RECORD ("\"fields\":{\"a\":1,\"a\":1}"), ACCORD_PACK_ERROR_FORMAT, "twice" },
    { IN_RECORD ("\"fields\":{\"a\":\"\\u0000\"}"), ACCORD_PACK_ERROR_FORMAT, "backslash" },
    { IN_RECORD ("\"fields\":{\"a\":\"\\ud800\"}"), ACCORD_PACK_ERROR_FORMAT, "backslash" },
    { IN_RECORD ("\"fields\":{\"a\":\"\n\"}"), ACCORD_PACK_ERROR_FORMAT, "quotation" },
    { IN_RECORD ("\"fields\":{\"a\":\"\xff\"}"), ACCORD_PACK_ERROR_FORMAT, "UTF-8" },
    { IN_RECORD ("\"fields\":{},\"descent\":{\"a\":{\"revision\":\"7\"}}"), ACCORD_PACK_ERROR_FORMAT,
      "“revision”" },
    { IN_RECORD ("\"fields\":{},\"descent\":{\"a\":{\"revision\":\"" REVISION "\",\"before\":[\"" REVISION
                 "\"]}}"),
      ACCORD_PACK_ERROR_FORMAT, "twice" },
    { IN_RECORD ("\"fields\":{},\"descent\":{\"a\":{\"revision\":\"" REVISION "\",\"before\":{}}}"),
      ACCORD_PACK_ERROR_FORMAT, "“before”" },
    { HEAD "\"records\":[],\"others\":[{\"kind\":\"body\",\"uid\":\"" BODY "\",\"name\":7}]}",
      ACCORD_PACK_ERROR_FORMAT, "others, entry 1 (" BODY ")" },
    { HEAD "\"records\":[{\"kind\":\"cost\",\"uid\":\"" COST "\",\"fields\":{}}],"
           "\"others\":[{\"kind\":\"body\",\"uid\":\"" COST "\",\"name\":\"x\"}]}",
      ACCORD_PACK_ERROR_FORMAT, "another of that uid" },
  };
  g_autoptr (GString) deep = g_string_new (HEAD "\"x\":");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].json, -1, cases[i].code, cases[i].words);
  assert_refused ("{\"a\0b\":1}", 9, ACCORD_PACK_ERROR_FORMAT, "UTF-8");
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  assert_refused (deep->str, -1, ACCORD_PACK_ERROR_TOO_LARGE, "deeper");
}

/* Too many of anything is refused before it costs anything. */
static void
test_bounds (void)
{
  g_autoptr (GString) json = g_string_new (HEAD "\"x\":[0");
  g_autoptr (GString) before = g_string_new (NULL);
  g_autofree char *many = NULL;

  for (guint i = 0; i < 2000000; i++)
    g_string_append (json, ",0");
  g_string_append (json, "]}");
  assert_refused (json->str, -1, ACCORD_PACK_ERROR_TOO_LARGE, "more values");

  g_string_assign (json, HEAD "\"x\":{\"0\":0");
  for (guint i = 1; i < 5000; i++)
    g_string_append_printf (json, ",\"%u\":0", i);
  g_string_append (json, "}}");
  assert_refused (json->str, -1, ACCORD_PACK_ERROR_TOO_LARGE, "more members");

  for (guint i = 0; i <= ACCORD_DOSSIER_MOST_BEFORE; i++)
    g_string_append_printf (before, "%s\"1-%032x\"", i > 0 ? "," : "", i);
  many = g_strdup_printf (HEAD "\"others\":[],\"records\":[{\"kind\":\"cost\",\"uid\":\"" COST
                               "\",\"fields\":{},"
                               "\"descent\":{\"a\":{\"revision\":\"" REVISION "\",\"before\":[%s]}}}]}",
                          before->str);
  assert_refused (many, -1, ACCORD_PACK_ERROR_TOO_LARGE, "field “a”");
}

/* What this program does not know was not deleted by it, nor emptied. */
static void
test_follow (void)
{
  g_autoptr (AccordDossier) before = make (), now = make (), later = make ();

  accord_dossier_record_put (accord_dossier_take_record (before, "footprint", BODY), "area", "7");
  accord_dossier_record_put (accord_dossier_take_record (before, "caveat", CAVEAT), "text", "\"When?\"");
  accord_dossier_record_put (record (before, COST), "colour", "\"blue\"");
  before->unknown = json_object_new ();
  json_object_set_int_member (before->unknown, "zeal", 3);

  accord_dossier_record_put (record (now, COST), "amount", NULL);
  accord_dossier_follow (now, before);
  g_assert_cmpstr (accord_dossier_record_get (record (now, COST), "colour"), ==, "\"blue\"");
  g_assert_null (accord_dossier_record_get (record (now, COST), "amount"));
  g_assert_false (accord_dossier_record_is_deleted (record (now, BODY)));
  g_assert_true (accord_dossier_record_is_deleted (record (now, CAVEAT)));
  g_assert_cmpint (json_object_get_int_member (now->unknown, "zeal"), ==, 3);

  accord_dossier_record_put (accord_dossier_take_record (later, "caveat", CAVEAT), "text", "\"When?\"");
  accord_dossier_follow (later, now);
  g_assert_false (accord_dossier_record_is_deleted (record (later, CAVEAT)));
  g_assert_cmpstr (accord_dossier_record_get (record (later, COST), "amount"), ==, "1200000");
  /* Put back is a writing of its own. */
  {
    g_autoptr (AccordDossierMerge) merge = accord_dossier_merge_new (now, later);

    g_assert_cmpint (accord_dossier_merge_find (merge, COST, "amount")->verdict, ==, ACCORD_MERGE_THEIRS);
    g_assert_cmpint (accord_dossier_merge_find (merge, CAVEAT, "deleted")->verdict, ==, ACCORD_MERGE_THEIRS);
    g_assert_cmpuint (merge->fields->len, ==, 2);
  }
}

static void
edit_often (AccordDossier *dossier, guint times, guint from)
{
  for (guint i = 0; i < times; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", from + i);

      accord_dossier_record_edit (record (dossier, COST), "amount", value);
    }
}

/* What lies too far back is asked about, once. */
static void
test_cut (void)
{
  g_autoptr (AccordDossier) old = make (), ours = make (), outcome = NULL;
  g_autoptr (AccordDossierMerge) merge = NULL, again = NULL, back = NULL;
  const AccordDossierField *field;

  edit_often (ours, ACCORD_DOSSIER_MOST_BEFORE, 1);
  merge = accord_dossier_merge_new (ours, old);
  g_assert_cmpuint (merge->fields->len, ==, 0);
  g_clear_pointer (&merge, accord_dossier_merge_free);

  edit_often (ours, 100, 1000);
  field = g_hash_table_lookup (record (ours, COST)->fields, "amount");
  g_assert_cmpuint (field->before->len, ==, ACCORD_DOSSIER_MOST_BEFORE);
  merge = accord_dossier_merge_new (ours, old);
  g_assert_cmpuint (merge->n_both, ==, 1);
  g_assert_null (accord_dossier_merge_find (merge, COST, "amount")->base_revision);
  accord_dossier_merge_find (merge, COST, "amount")->choice = ACCORD_MERGE_TAKE_OURS;
  outcome = accord_dossier_merge_resolve (merge, NULL);
  field = g_hash_table_lookup (record (outcome, COST)->fields, "amount");
  g_assert_cmpuint (field->before->len, ==, ACCORD_DOSSIER_MOST_BEFORE);
  again = accord_dossier_merge_new (outcome, old);
  g_assert_cmpuint (again->fields->len, ==, 0);
  back = accord_dossier_merge_new (old, outcome);
  g_assert_cmpuint (back->n_both, ==, 0);
  g_assert_cmpuint (back->fields->len, ==, 1);
}

/* A version of the case says what both descend from. */
static void
test_base (void)
{
  g_autoptr (AccordDossier) before = make (), ours = NULL, theirs = NULL;
  g_autoptr (AccordDossierMerge) merge = NULL;
  g_autoptr (AccordDossier) outcome = NULL;
  g_autoptr (GError) error = NULL;
  AccordMergeField *entry;

  accord_dossier_record_edit (record (before, COST), "amount", "7");
  ours = accord_dossier_copy (before);
  theirs = accord_dossier_copy (before);
  accord_dossier_record_edit (record (ours, COST), "amount", "8");
  accord_dossier_record_edit (record (theirs, COST), "amount", "9");
  accord_dossier_record_edit (record (theirs, COST), "note", "\"more\"");
  merge = accord_dossier_merge_new (ours, theirs);
  entry = accord_dossier_merge_find (merge, COST, "note");
  g_assert_true (entry->base_known);
  g_assert_null (entry->base);
  entry = accord_dossier_merge_find (merge, COST, "amount");
  g_assert_false (entry->base_known);
  accord_dossier_merge_learn (merge, before);
  g_assert_true (entry->base_known);
  g_assert_cmpstr (entry->base, ==, "7");

  outcome = accord_dossier_merge_resolve (merge, &error);
  g_assert_null (outcome);
  g_assert_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_CHANGED);
}

/* Who claims that another value is the same writing, or that a writing follows itself, is not believed. */
static void
test_made_up (void)
{
  g_autoptr (AccordDossier) ours = make (), theirs = NULL;
  g_autoptr (AccordDossierMerge) merge = NULL;
  AccordDossierField *field;

  theirs = accord_dossier_copy (ours);
  field = g_hash_table_lookup (record (theirs, COST)->fields, "amount");
  g_free (field->value);
  field->value = g_strdup ("66600");
  merge = accord_dossier_merge_new (ours, theirs);
  g_assert_cmpint (accord_dossier_merge_find (merge, COST, "amount")->verdict, ==, ACCORD_MERGE_BOTH);
  g_clear_pointer (&merge, accord_dossier_merge_free);

  /* A record of another kind under the same uid is none of ours. */
  accord_dossier_take_record (theirs, "caveat", COST);
  merge = accord_dossier_merge_new (ours, theirs);
  g_assert_cmpuint (merge->n_clashes, ==, 1);
  g_assert_cmpuint (merge->fields->len, ==, 0);
}

/* What is of one workspace alone is never taken from a pack; names that are known here stay. */
static void
test_strangers (void)
{
  g_autoptr (AccordDossier) ours = make (), theirs = make (), outcome = NULL;
  g_autoptr (AccordDossierMerge) merge = NULL;
  const AccordDossierOther *other;

  theirs->unknown = json_object_new ();
  json_object_set_string_member (theirs->unknown, ACCORD_DOSSIER_ALIASES, "evil");
  json_object_set_string_member (theirs->unknown, "zeal", "kept");
  accord_dossier_take_other (ours, "organisation", BODY, "Pennine Alliance");
  accord_dossier_take_other (theirs, "organisation", BODY, "Somebody Else");
  accord_dossier_take_other (theirs, "organisation", CAVEAT, "New Here");
  ours->figures = json_object_new ();
  merge = accord_dossier_merge_new (ours, theirs);
  outcome = accord_dossier_merge_resolve (merge, NULL);
  g_assert_false (json_object_has_member (outcome->unknown, ACCORD_DOSSIER_ALIASES));
  g_assert_cmpstr (json_object_get_string_member (outcome->unknown, "zeal"), ==, "kept");
  other = g_hash_table_lookup (outcome->others, BODY);
  g_assert_cmpstr (other->name, ==, "Pennine Alliance");
  g_assert_true (g_hash_table_contains (outcome->others, CAVEAT));
  g_assert_nonnull (outcome->figures);
}

/* Figures are of the values that they were worked out from, and of no others. */
static void
test_figures (void)
{
  g_autoptr (AccordDossier) ours = make (), theirs = NULL, outcome = NULL;
  g_autoptr (AccordDossierMerge) merge = NULL;

  theirs = accord_dossier_copy (ours);
  ours->figures = json_object_new ();
  theirs->figures = json_object_new ();
  json_object_set_int_member (theirs->figures, "npsv", 5);
  accord_dossier_record_edit (record (theirs, COST), "amount", "5");
  merge = accord_dossier_merge_new (ours, theirs);
  outcome = accord_dossier_merge_resolve (merge, NULL);
  g_assert_true (json_object_has_member (outcome->figures, "npsv"));
  g_clear_pointer (&outcome, accord_dossier_free);
  g_clear_pointer (&merge, accord_dossier_merge_free);

  accord_dossier_record_edit (record (ours, COST), "note", "\"ours\"");
  merge = accord_dossier_merge_new (ours, theirs);
  outcome = accord_dossier_merge_resolve (merge, NULL);
  g_assert_null (outcome->figures);
}

/* A case of ten thousand records is merged while one looks. */
static void
test_large (void)
{
  g_autoptr (AccordDossier) ours = make (), theirs = NULL, outcome = NULL;
  g_autoptr (AccordDossierMerge) merge = NULL;
  g_autofree char *json = NULL;
  double seconds;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *uid = g_strdup_printf ("01JD8QZ00000000000%08u", i + 10);
      AccordDossierRecord *line = accord_dossier_take_record (ours, "cost", uid);

      for (guint j = 0; j < 20; j++)
        {
          g_autofree char *name = g_strdup_printf ("field-%u", j);

          accord_dossier_record_put (line, name, j < 12 ? "\"as it was written\"" : NULL);
        }
    }
  json = accord_dossier_dup_json (ours);
  g_test_timer_start ();
  theirs = parse (json);
  accord_dossier_record_edit (record (theirs, COST), "amount", "5");
  merge = accord_dossier_merge_new (ours, theirs);
  outcome = accord_dossier_merge_resolve (merge, NULL);
  seconds = g_test_timer_elapsed ();
  g_test_message ("%.2f s for 10,000 records of %.1f MB", seconds, (double) strlen (json) / 1e6);
  g_assert_cmpuint (merge->fields->len, ==, 1);
  assert_same (outcome, theirs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/dossier/spelling", test_spelling);
  g_test_add_func ("/review/dossier/copy", test_copy);
  g_test_add_func ("/review/dossier/hostile", test_hostile);
  g_test_add_func ("/review/dossier/bounds", test_bounds);
  g_test_add_func ("/review/dossier/follow", test_follow);
  g_test_add_func ("/review/dossier/cut", test_cut);
  g_test_add_func ("/review/dossier/base", test_base);
  g_test_add_func ("/review/dossier/made-up", test_made_up);
  g_test_add_func ("/review/dossier/strangers", test_strangers);
  g_test_add_func ("/review/dossier/figures", test_figures);
  g_test_add_func ("/review/dossier/large", test_large);
  return g_test_run ();
}
