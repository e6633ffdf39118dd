import { describe, expect, it } from 'vitest'
import { Answers } from './answers'

describe('Answers', () => {
  it('counts requests by how they were answered and by class of status', () => {
    const answers = new Answers()
    answers.note('kept', 200, 0.0001)
    answers.note('kept', 204, 0.0001)
    answers.note('kept', 304, 0.0001)
    answers.note('refused', 503, 0.0001)
    const text = answers.text()
    expect(text).toContain('broadsheet_requests_total{answered="kept",status="2xx"} 2\n')
    expect(text).toContain('broadsheet_requests_total{answered="kept",status="3xx"} 1\n')
    expect(text).toContain('broadsheet_requests_total{answered="refused",status="5xx"} 1\n')
    expect(text).not.toContain('status="4xx"')
  })

  it('counts times in ranges that hold the ones below, with their sum', () => {
    const answers = new Answers()
    for (const seconds of [0.0005, 0.003, 60]) answers.note('rendered', 200, seconds)
    const text = answers.text()
    expect(text).toContain('broadsheet_request_seconds_bucket{le="0.0005",answered="rendered"} 1\n')
    expect(text).toContain('broadsheet_request_seconds_bucket{le="0.005",answered="rendered"} 2\n')
    expect(text).toContain('broadsheet_request_seconds_bucket{le="5",answered="rendered"} 2\n')
    expect(text).toContain('broadsheet_request_seconds_bucket{le="+Inf",answered="rendered"} 3\n')
    expect(text).toContain('broadsheet_request_seconds_sum{answered="rendered"} 60.0035\n')
    expect(text).toContain('broadsheet_request_seconds_count{answered="rendered"} 3\n')
  })

  it('names what nothing was answered with, at nought', () => {
    expect(new Answers().text()).toContain('broadsheet_request_seconds_count{answered="media"} 0\n')
  })
})
