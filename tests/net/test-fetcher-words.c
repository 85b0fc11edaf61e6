/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "net-error.h"
#include "retry-after.h"
#include "web-address.h"

static void
assert_address (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) address = accord_web_address_parse (text, &error);
  g_autofree char *shown = NULL;

  if (expected == NULL)
    {
      g_assert_null (address);
      g_assert_error (error, ACCORD_NET_ERROR, ACCORD_NET_ERROR_ADDRESS);
      return;
    }
  g_assert_no_error (error);
  shown = accord_web_address_dup_text (address);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_address (void)
{
  g_autofree char *endless = g_strnfill (10000, 'a');
  g_autofree char *longest = g_strconcat ("http://a/", endless, NULL);

  assert_address ("https://democracy.example.gov.uk", "https://democracy.example.gov.uk/");
  assert_address (" HTTP://Example.gov.uk:8080/a b?c=d e#f ", "http://Example.gov.uk:8080/a%20b?c=d%20e");
  assert_address ("https://clerk:word@example.gov.uk/x?y=%20&z=£", "https://example.gov.uk/x?y=%20&z=%C2%A3");
  assert_address ("http://[::1]:80/", "http://[::1]/");
  assert_address ("https://bücher.example/", "https://xn--bcher-kva.example/");
  assert_address ("file:///etc/passwd", NULL);
  assert_address ("http://two words/", NULL);
  assert_address ("http://a%00b/", NULL);
  assert_address ("ftp://example.gov.uk/", NULL);
  assert_address ("data:text/html,x", NULL);
  assert_address ("example.gov.uk/page", NULL);
  assert_address ("http://", NULL);
  assert_address ("https:///page", NULL);
  assert_address ("http://a.example/x\r\nHost: b", NULL);
  assert_address ("http://a.example:99999/", NULL);
  assert_address ("", NULL);
  assert_address (longest, NULL);
}

static gboolean
may_lead (const char *from, const char *to)
{
  g_autoptr (GUri) one = accord_web_address_parse (from, NULL);
  g_autoptr (GUri) other = accord_web_address_parse (to, NULL);
  g_autoptr (GError) error = NULL;
  gboolean may = accord_web_address_may_lead_to (one, other, &error);

  g_assert_true (may == (error == NULL));
  return may;
}

static void
test_redirect (void)
{
  g_assert_true (may_lead ("http://a.example/", "https://b.example/"));
  g_assert_true (may_lead ("https://a.example/", "https://a.example/b"));
  g_assert_false (may_lead ("https://a.example/", "http://a.example/"));
  g_assert_false (may_lead ("http://a.example/", "http://127.0.0.1/"));
  g_assert_false (may_lead ("http://a.example/", "http://localhost/"));
  g_assert_false (may_lead ("http://a.example/", "http://[::1]/"));
  g_assert_false (may_lead ("http://a.example/", "http://169.254.169.254/latest"));
  g_assert_false (may_lead ("https://a.example/", "https://10.0.0.1/"));
  g_assert_true (may_lead ("http://127.0.0.1/", "http://localhost/"));
}

static void
test_retry (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2019, 4, 1, 12, 0, 0);
  gint64 seconds = -1;

  g_assert_true (accord_retry_after_parse (" 120 ", now, &seconds));
  g_assert_cmpint (seconds, ==, 120);
  g_assert_true (accord_retry_after_parse ("Mon, 01 Apr 2019 12:05:00 GMT", now, &seconds));
  g_assert_cmpint (seconds, ==, 300);
  g_assert_true (accord_retry_after_parse ("Mon, 01 Apr 2019 11:05:00 GMT", now, &seconds));
  g_assert_cmpint (seconds, ==, 0);
  g_assert_false (accord_retry_after_parse (NULL, now, &seconds));
  g_assert_false (accord_retry_after_parse ("", now, &seconds));
  g_assert_false (accord_retry_after_parse ("-5", now, &seconds));
  g_assert_false (accord_retry_after_parse ("99999999999999999999", now, &seconds));
  g_assert_false (accord_retry_after_parse ("soon", now, &seconds));
  g_assert_cmpint (seconds, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/words/address", test_address);
  g_test_add_func ("/net/words/redirect", test_redirect);
  g_test_add_func ("/net/words/retry", test_retry);
  return g_test_run ();
}
